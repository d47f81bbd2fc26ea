/// The one page of the preview; everything on it that depends on the letter comes by events.
package enum PreviewPage {
  /// The page as HTML, with the words of a language.
  package static func html(_ words: PreviewWords) -> String { words.filled(html) }

  private static let html = #"""
    <!doctype html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>letterpdf</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="preview.css">
    <script src="preview.js" defer></script>
    </head>
    <body>
    <a class="skip" href="#pages">{{Skip to the pages}}</a>
    <header>
      <div class="title">
        <h1 id="name">letterpdf</h1>
        <p id="status" role="status">{{Setting the letter …}}</p>
      </div>
      <form id="choices" aria-label="{{How it is shown}}">
        <label id="layouts">{{Layout}} <select name="layout"></select></label>
        <label>{{Language}} <select name="language"></select></label>
        <label>{{Show}} <select name="sheets">
          <option value="screen">{{Screen}}</option>
          <option value="print">{{Print}}</option>
          <option value="both">{{Side by side}}</option>
        </select></label>
        <label>{{Size}} <select name="zoom">
          <option value="fit">{{Fit}}</option>
          <option value="0.75">75 %</option>
          <option value="1">100 %</option>
          <option value="1.5">150 %</option>
          <option value="2">200 %</option>
        </select></label>
        <fieldset>
          <legend class="heard">{{Drawn on the pages}}</legend>
          <label class="switch"><input type="checkbox" name="guides"> {{Guides}}</label>
          <label class="switch"><input type="checkbox" name="breaks"> {{Break costs}}</label>
          <label class="switch"><input type="checkbox" name="window"> {{Window}}</label>
          <label class="switch"><input type="checkbox" name="free"> {{Free zones}}</label>
          <label class="switch"><input type="checkbox" name="draft"> {{Draft}}</label>
        </fieldset>
        <label class="switch"><input type="checkbox" name="source"> {{Source}}</label>
        <button type="button" id="download" disabled>{{Download PDF}}</button>
      </form>
    </header>
    <div id="desk">
      <aside id="source" aria-labelledby="source-head">
        <div class="head">
          <h2 id="source-head">{{Source}}</h2>
          <label><span class="heard">{{File}}</span> <select id="file"></select></label>
          <button type="button" id="open" hidden>{{Open in editor}}</button>
        </div>
        <ol id="text" role="listbox" aria-label="{{Lines of the source}}"></ol>
      </aside>
      <main id="pages" tabindex="-1" aria-label="{{Pages}}"></main>
      <aside id="told" aria-labelledby="told-head">
        <div class="head"><h2 id="told-head">{{Diagnostics}}</h2></div>
        <ol id="diagnostics"></ol>
      </aside>
    </div>
    <noscript><p>{{The preview needs JavaScript, its own and no other.}}</p></noscript>
    </body>
    </html>
    """#
}
