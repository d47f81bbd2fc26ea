import GLibSupport
import Inspection

extension CompareReport {
  /// One page of HTML that holds all it shows: every file with what differs, and each page that looks
  /// different as expected and as it is, to slide and to blink between.
  ///
  /// - Parameter title: what stands above it.
  package func html(title: String) -> String {
    let differing = cases.count { !$0.comparison.isSame }
    let kinds = Difference.Kind.allCases.filter { kind in
      cases.contains { $0.comparison.differences.contains { $0.kind == kind } }
    }
    var page = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>\(escaped(title))</title>
      <meta name="viewport" content="width=device-width">
      <style>\(HTMLReportPage.style)</style></head><body>
      <header><h1>\(escaped(title))</h1>
      <p><strong>\(differing)</strong> of \(cases.count) differ</p>
      <label>Show <select id="kind"><option value="">all that differ</option>\
      <option value="*">all files</option>
      """
    for kind in kinds {
      page += "<option value=\"\(kind.rawValue)\">\(kind.rawValue)</option>"
    }
    page += """
      </select></label>
      <p class="keys"><kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>b</kbd> blink · \
      <kbd>←</kbd> <kbd>→</kbd> slide</p></header><main>

      """
    for each in cases { page += each.section }
    return page + "</main><script>\(HTMLReportPage.script)</script></body></html>"
  }
}

extension CompareReport.Case {
  static func section(_ name: String, _ comparison: Comparison) -> String {
    let kinds = Set(comparison.differences.map(\.kind.rawValue)).sorted().joined(separator: " ")
    let state = comparison.isSame ? "same" : "different"
    var html = "<section class=\"\(state)\" data-kinds=\"\(kinds)\" tabindex=\"-1\">"
    html += "<h2>\(escaped(name))</h2><p class=\"summary\">\(escaped(comparison.summary))</p>"
    let details = comparison.details(atMost: 40)
    if !details.isEmpty {
      html += "<ul>" + details.map { "<li>\(escaped($0))</li>" }.joined() + "</ul>"
    }
    for picture in comparison.pictures { html += figure(picture, comparison) }
    return html + "</section>\n"
  }

  private static func figure(_ picture: PagePictures, _ comparison: Comparison) -> String {
    let places = comparison.differences.filter { $0.page == picture.page }
    var html = "<figure><figcaption>page \(picture.page)"
    html += picture.expected == nil ? ", new" : picture.actual == nil ? ", missing" : ""
    html += "</figcaption><div class=\"stage\">"
    if let actual = picture.actual { html += image(actual, "actual") }
    if let expected = picture.expected { html += image(expected, "expected") }
    if let difference = picture.differenceRaster { html += image(difference, "difference") }
    if let whole = picture.expected ?? picture.actual {
      html += frames(places.flatMap(\.expected), "was", on: whole)
      html += frames(places.flatMap(\.actual), "is", on: whole)
    }
    html += "</div>"
    if picture.difference != nil {
      html += """
        <p><input type="range" min="0" max="100" value="50" aria-label="from expected to actual"> \
        <button type="button" data-show="blink">blink</button> \
        <button type="button" data-show="difference">difference</button></p>
        """
    }
    return html + "</figure>"
  }

  private static func image(_ raster: PageRaster, _ name: String) -> String {
    """
    <div class="\(name)"><img alt="\(name)" width="\(raster.width)" height="\(raster.height)" \
    src="data:image/png;base64,\(base64(PNGWriter.write(raster)))"></div>
    """
  }

  /// A frame around each area that is told of, over a picture.
  private static func frames(_ areas: [Area], _ name: String, on raster: PageRaster) -> String {
    let width = Double(raster.width) * raster.millimetresAPixel
    let height = Double(raster.height) * raster.millimetresAPixel
    func share(_ value: Double, of whole: Double) -> String { "\(tenths(value / whole * 100))%" }
    return areas.prefix(200).map { area in
      """
      <i class="\(name)" style="left:\(share(area.left, of: width));top:\(share(area.top, of: height));\
      width:\(share(area.width, of: width));height:\(share(area.height, of: height))"></i>
      """
    }.joined()
  }
}

/// How the page looks and what its controls do.
private enum HTMLReportPage {
  static let style = """
    body{font:15px/1.5 system-ui,sans-serif;margin:0;color:#222;background:#f4f4f4}
    header{position:sticky;top:0;z-index:2;background:#fff;border-bottom:1px solid #bbb;padding:.6em 1em;\
    display:flex;gap:1.5em;align-items:baseline;flex-wrap:wrap}
    h1{font-size:1.1em;margin:0}header p{margin:0}.keys{color:#555}kbd{border:1px solid #999;padding:0 .3em}
    section{background:#fff;margin:1em;padding:.6em 1em;border-left:6px solid #b00020;scroll-margin-top:4em}
    section.same{border-color:#1b7f3b}section.now{outline:3px solid #2458a6}h2{font-size:1em;margin:0}
    .summary{margin:.2em 0}figure{margin:1em 0}.stage{position:relative;display:inline-block;max-width:100%}
    .stage>div{position:relative;border:1px solid #999;overflow:hidden}
    .stage>.actual~.expected,.stage>.difference{position:absolute;inset:0}
        .stage>.expected{clip-path:inset(0 50% 0 0)}.stage>.difference{display:none}
    img{display:block;max-width:100%;height:auto}i{position:absolute;outline:1px solid #e07b00}
    i.is{outline-color:#2458a6}
    .blink .expected{clip-path:none;animation:blink 1s steps(1) infinite}
    .differing .difference{display:block}.only .expected{clip-path:none}
    @keyframes blink{50%{visibility:hidden}}input[type=range]{width:20em}
    """

  static let script = """
    const sections=[...document.querySelectorAll('section')],kind=document.getElementById('kind');
    const shown=()=>sections.filter(s=>!s.hidden);
    function choose(){for(const s of sections){const k=s.dataset.kinds.split(' ').filter(Boolean);
    s.hidden=kind.value===''?k.length===0:kind.value!=='*'&&!k.includes(kind.value)}}
    function slide(f,v){const e=f.querySelector('.expected');if(e)e.style.clipPath=`inset(0 ${100-v}% 0 0)`}
    for(const f of document.querySelectorAll('figure')){const r=f.querySelector('input');
    if(!r){f.classList.add('only');continue}
    r.addEventListener('input',()=>slide(f,r.value));
    for(const b of f.querySelectorAll('button'))b.addEventListener('click',()=>
    f.classList.toggle(b.dataset.show==='blink'?'blink':'differing'))}
    let now=-1;
    function go(step){const all=shown();if(!all.length)return;now=Math.max(0,Math.min(all.length-1,now+step));
    for(const s of sections)s.classList.toggle('now',s===all[now]);all[now].scrollIntoView();
    all[now].focus({preventScroll:true})}
    kind.addEventListener('change',()=>{now=-1;choose()});
    document.addEventListener('keydown',e=>{
    if(e.target.tagName==='SELECT'||e.ctrlKey||e.metaKey||e.altKey)return;
    const s=shown()[Math.max(0,now)];
    if(e.key==='j')go(1);else if(e.key==='k')go(-1);
    else if(e.key==='b'&&s)for(const f of s.querySelectorAll('figure'))f.classList.toggle('blink');
    else if((e.key==='ArrowLeft'||e.key==='ArrowRight')&&s&&e.target.tagName!=='INPUT'){
    for(const f of s.querySelectorAll('figure')){const r=f.querySelector('input');if(!r)continue;
    r.value=+r.value+(e.key==='ArrowLeft'?-10:10);slide(f,r.value)}e.preventDefault()}});
    choose();
    """
}
