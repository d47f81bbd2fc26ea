/// The style of a letter on screens and on the paper of a browser.
struct WebStyle {
  /// The running text on a screen, in CSS pixels where a reader has not asked for another size.
  static let pixels = 17.0

  private let recital: Recital
  private let lists: ListMarks
  private let colors: WebColors

  init(_ recital: Recital, _ lists: ListMarks) {
    self.recital = recital
    colors = WebColors(recital)
    self.lists = lists
  }

  /// The whole style sheet.
  var css: String {
    """
    :root{color-scheme:light dark;\(colors.css(isNight: false))}
    @media (prefers-color-scheme:dark){:root{\(colors.css(isNight: true))}}
    \(page)\(text)\(blocks)\(tables)\(beside)\(marks)\(printed)
    """
  }

  private var page: String {
    """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--text);\
    font:1.0625rem/1.6 \(WebFonts.css(recital.text.families));\
    overflow-wrap:break-word;font-kerning:normal}
    .sheet{max-width:42rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}
    header{display:flex;flex-wrap:wrap;gap:1rem 2rem;justify-content:space-between;\
    align-items:flex-start;margin-bottom:2rem;padding-bottom:1.25rem;border-bottom:1px solid var(--rule)}
    img{max-width:100%;height:auto;vertical-align:middle}
    img.inline{height:.8em;height:1cap;width:auto;vertical-align:baseline}
    a{color:var(--link);text-decoration:underline;text-decoration-thickness:.07em;\
    text-underline-offset:.16em}
    a:hover{text-decoration-thickness:.14em}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
    .heard{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;\
    clip-path:inset(50%);white-space:nowrap}
    .right{text-align:right}.center{text-align:center}
    .small-caps{font-variant-caps:small-caps}

    """
  }

  private var text: String {
    """
    p,ul,ol,dl,pre,blockquote,figure,.scroll,.callout{margin:0 0 1em}
    h1,h2,h3,h4,h5,h6{margin:1.6em 0 .4em;line-height:1.3;color:var(--heading);text-wrap:balance;\
    font-family:\(WebFonts.css(headingStyle?.families ?? recital.text.families));\
    font-weight:\(headingStyle?.weight ?? 700)}
    h1{font-size:\(size(subjectStyle, 1.35));color:var(--subject);margin:1.25rem 0 1rem\
    \(subjectStyle.map { ";font-weight:\($0.weight)" } ?? "")}
    h2{font-size:\(size(headingStyle, 1.15))}
    h3{font-size:1.05em}h4,h5,h6{font-size:1em}
    hr{border:0;border-top:1px solid var(--rule);margin:2em 0}
    .notice,.draft{font-weight:700;letter-spacing:.02em}
    .draft{display:inline-block;border:2px solid currentColor;padding:.1em .6em}
    .recipients{margin:0 0 2rem}
    .recipient p{margin:0}.recipient [dir]{text-align:left}.recipient+.recipient{margin-top:.75em}
    main .frame{margin-bottom:1rem;font-size:.88em;color:var(--frame)}
    .closing{margin-top:2em}
    .signers{display:grid;column-gap:2rem;margin:1.5rem 0 1rem;\
    grid-template-columns:repeat(auto-fill,minmax(min(100%,\(signerWidth)),1fr))}
    .signer{display:grid;grid-row:span 2;grid-template-rows:subgrid;break-inside:avoid}
    .signer>div{grid-row:2;padding-bottom:1.25rem}
    .signer p{margin:0}.signer figure{margin:0 0 .25rem;align-self:end}
    .signer img{max-height:5rem;width:auto}
    .addendum{margin:1em 0 .1em}.plain li{margin:0}

    """
  }

  private var blocks: String {
    """
    @media (max-width:34rem){main p,main li,main dd{hyphens:auto;hyphenate-limit-chars:10 4 4}}
    ul,ol{padding-inline-start:1.75em}ul{list-style-type:disc}li{margin:.2em 0}li>p{margin:.2em 0}
    li>ul,li>ol{margin:.2em 0}
    .plain{list-style:none;padding:0}
    .terms>div{margin-bottom:.4em}.terms dt{font-weight:\(termWeight)}.terms dd{margin:0}
    @media (min-width:34rem){.terms>div{display:grid;grid-template-columns:minmax(6rem,11rem) 1fr;\
    gap:1rem}}
    blockquote{margin-inline:0;padding-inline-start:1.1em;border-inline-start:3px solid var(--bar)}
    blockquote>:last-child,.callout>:last-child,.note p:last-child{margin-bottom:0}
    .callout{background:var(--tint);border:1px solid var(--rule);padding:1em 1.1em}
    figcaption,caption,.caption{font-size:.88em;line-height:1.45;color:var(--quiet)}
    figcaption{margin-top:.5em}
    figure img{display:inline-block}
    code,pre{font-family:"Liberation Mono",ui-monospace,Menlo,Consolas,monospace;font-size:.9em}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--tint);padding:.75em 1em}
    pre code{font-size:1em}
    sup{font-size:.72em;line-height:0;vertical-align:.45em}
    sup a{padding:.4em .25em;text-decoration:none}
    .notes{margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--rule);font-size:.9em;\
    line-height:1.5}
    .note{display:flex;gap:.4rem;margin-bottom:.6em}
    .note>div{min-width:0}
    .note .number{margin:0;flex:none}
    .note .number a{display:inline-block;min-width:1.75rem;min-height:1.5rem}
    :target{background:var(--tint);outline:.25rem solid var(--tint)}

    """
  }

  private var tables: String {
    """
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;min-width:60%;font-size:.88em;line-height:1.4;\
    border-block:1.5px solid var(--rule);font-variant-numeric:tabular-nums}
    caption{text-align:start;padding-bottom:.5em}
    th,td{padding:.45em .6em;text-align:start;vertical-align:top}
    th:first-child,td:first-child{padding-inline-start:\(edge)}
    th:last-child,td:last-child{padding-inline-end:\(edge)}
    thead th,thead td{border-bottom:1px solid var(--rule);background:var(--head);\
    color:var(--head-text);vertical-align:bottom;font-weight:600}
    tbody th{font-weight:inherit}
    tbody tr+tr>*{border-top:1px solid color-mix(in srgb,var(--rule) 35%,transparent)}
    .total>*{font-weight:600}tbody tr.total>*{border-top:1px solid var(--rule)}
    th.right,td.right,td.number,th.number{text-align:right}
    th.center,td.center{text-align:center}
    .number{white-space:nowrap}
    [data-fill]::after{content:attr(data-fill);visibility:hidden}

    """
  }

  /// A tint ends where the words do not.
  private var edge: String { recital.tints.tableHead == nil ? "0" : ".6em" }

  private var beside: String {
    """
    aside,footer{font-size:.88em;line-height:1.7;color:var(--frame);\
    border-top:1px solid var(--rule);margin-top:2.5rem;padding-top:1.25rem}
    aside{display:grid;gap:1rem}
    footer{display:flex;flex-wrap:wrap;gap:1rem 2.5rem}
    .group+.group{margin-top:.9rem}
    .group p,.group dl,.group dd{margin:0}
    .group dt,.group dd{display:inline}
    .stacked dt,.stacked dd{display:block}.stacked dt{font-size:.92em;line-height:1.4}
    .stacked>div+div{margin-top:.6rem}
    .group a{display:inline-block;min-height:1.5rem}
    header{line-height:1.35;color:var(--sender)}header p{margin:0}
    header .group:first-child>p:first-child{font-size:1.2em\(senderWeight)}
    @media (min-width:48rem){
    body{background:var(--desk)}
    .sheet{max-width:\(hasBeside ? 62 : 48)rem;margin:2.5rem auto;padding:3.5rem 4rem;\
    background:var(--paper);box-shadow:0 1px 3px rgb(0 0 0/.18)}
    \(hasBeside ? grid : "")}
    @media (prefers-color-scheme:dark){img{background:#fff;border-radius:2px}\
    img:not(.inline){padding:4px}}

    """
  }

  /// The references beside the letter, where there is room.
  private var grid: String {
    """
    .sheet{display:grid;grid-template-columns:minmax(0,1fr) 13rem;column-gap:3.5rem;\
    grid-template-rows:auto 1fr auto}
    header,footer{grid-column:1/-1}
    main{grid-column:1;min-width:0}
    aside{grid-column:2;grid-row:\(hasHead ? 2 : 1);margin:0;padding:0;border:0;align-content:start;\
    font-size:.86em}

    """
  }

  private var hasBeside: Bool { recital.parts.contains { $0.place == .beside } }
  private var hasHead: Bool {
    recital.parts.contains { $0.place == .head } || !recital.ornaments.isEmpty
  }

  private var marks: String {
    let bullets = lists.bullets.enumerated().map { index, bullet in
      "ul.bullet-\(index + 1){list-style-type:\(WebFonts.quoted(bullet + " "))}\n"
    }
    let numbers = lists.numbers.enumerated().map { index, number in
      """
      @counter-style numbers-\(index + 1){system:extends \(number.style);\
      suffix:\(WebFonts.quoted(number.suffix + " "))}
      ol.numbers-\(index + 1){list-style-type:numbers-\(index + 1)}

      """
    }
    return (bullets + numbers).joined()
  }

  private var printed: String {
    """
    @media print{
    @page{margin:18mm 22mm 16mm}
    :root{color-scheme:light;\(colors.css(isNight: false))}
    body{background:none;font-size:\(points(recital.text.size))pt;line-height:1.4}
    .sheet{margin:0;padding:0;max-width:none;box-shadow:none}
    \(hasBeside ? ".sheet{grid-template-columns:minmax(0,1fr) 40mm;column-gap:10mm}" : "")
    .scroll{overflow:visible}
    h1,h2,h3,h4,h5,h6{break-after:avoid}
    p,li{orphans:2;widows:2}
    tr,figure,.signer,.note,footer{break-inside:avoid}
    header{margin-bottom:8mm}aside,footer{margin-top:6mm}
    .closing{break-after:avoid}
    img{background:none;padding:0}
    a.hidden::after{content:" (" attr(href) ")";overflow-wrap:anywhere}
    }

    """
  }

  // MARK: Measures

  private func looks(_ holds: (FlowRole) -> Bool) -> TextStyle? {
    recital.parts.lazy.compactMap { $0.element.look }.first { holds($0.role) }?.text
  }

  private var headingStyle: TextStyle? {
    looks { if case .heading = $0 { true } else { false } }
  }

  private var subjectStyle: TextStyle? { looks { $0 == .subject } }

  /// Terms of the letter's lists look as the layout has them.
  private var termWeight: Int { 600 }

  /// A size beside that of the text, as on paper but for the limits of a narrow screen.
  private func size(_ style: TextStyle?, _ most: Double) -> String {
    let text = recital.text.size.points
    guard let style, text > 0 else { return "\(most)em" }
    return "\(Self.rounded(min(most + 0.25, max(1.05, style.size.points / text))))em"
  }

  private func points(_ length: Length) -> Double { Self.rounded(max(9, length.points)) }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  private var senderWeight: String {
    let head = recital.parts.first { $0.place == .head }?.element.firstTextLook
    return head.map { ";font-weight:\($0.text.weight)" } ?? ""
  }

  private var signerWidth: String { recital.signersBeside > 1 ? "12.5em" : "100%" }
}
