"""Tells what pyHanko finds of the seals of PDFs.

usage: .venv/bin/python Tests/seal ROOT.pem FILE.pdf …

Prints a line for each seal, with tabs between: the file, the field, "valid" or "broken", what it covers (whole
or part), what was done after it, the signed attributes, and the time of its stamp or "-". Trusted is the
certificate in ROOT.pem alone, and nothing is fetched. Ends with status 1 if any seal is broken.
"""
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext


def told(path, seal, root):
    def context():
        return ValidationContext(trust_roots=[root], allow_fetching=False)

    # Seals are made by keys for digital signatures, too (ETSI EN 319 412-3).
    uses = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False)
    attributes = sorted(one["type"].native for one in seal.signer_info["signed_attrs"])
    try:
        status = validate_pdf_signature(
            seal, context(), ts_validation_context=context(), key_usage_settings=uses)
    except Exception as error:  # What cannot be read is not valid.
        return [path, seal.field_name, "broken", type(error).__name__], False
    stamp = status.timestamp_validity
    isValid = status.bottom_line and (stamp is None or stamp.valid and stamp.trusted)
    return [
        path, seal.field_name, "valid" if isValid else "broken",
        "whole" if status.coverage == SignatureCoverageLevel.ENTIRE_FILE else "part",
        str(status.modification_level and status.modification_level.name).lower(), ",".join(attributes),
        stamp.timestamp.strftime("%Y-%m-%dT%H:%M:%SZ") if stamp else "-"], isValid


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    root, status = load_cert_from_pemder(sys.argv[1]), 0
    for path in sys.argv[2:]:
        with open(path, "rb") as file:
            try:
                lines = [told(path, seal, root) for seal in PdfFileReader(file, strict=False).embedded_signatures]
            except Exception as error:  # A file that a changed byte made unreadable.
                lines = [([path, "-", "broken", type(error).__name__], False)]
        for line, isValid in lines:
            status = status or int(not isValid)
            print("\t".join(line), flush=True)
    return status


sys.exit(main())
