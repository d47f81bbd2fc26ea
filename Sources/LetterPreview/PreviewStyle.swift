extension PreviewPage {
  /// How the page looks, by day and by night, on a desk and on a phone.
  package static let style = #"""
    :root {
      color-scheme: light dark;
      --ground: #e9ebee; --panel: #ffffff; --ink: #1b1f24; --soft: #58606b; --line: #d3d8de;
      --accent: #0b57d0; --lit: #ffd54a; --error: #b3141c; --warning: #8a5200; --note: #35618e;
      --code: #f3f5f7; --shadow: 0 1px 2px rgb(0 0 0 / .14), 0 6px 20px rgb(0 0 0 / .10);
      font: 15px/1.45 system-ui, "Liberation Sans", "DejaVu Sans", sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #15181c; --panel: #1f2429; --ink: #e8ebef; --soft: #a7b0bb; --line: #363d45;
        --accent: #8ab4f8; --lit: #c99700; --error: #ff8a84; --warning: #f0b35a; --note: #8fc1f2;
        --code: #171b1f; --shadow: 0 1px 2px rgb(0 0 0 / .6), 0 6px 20px rgb(0 0 0 / .5);
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--ink); min-height: 100vh; }
    .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .skip { position: absolute; left: 1rem; top: -4rem; z-index: 9; background: var(--panel);
      color: var(--accent); padding: .5rem 1rem; border-radius: .4rem; }
    .skip:focus { top: .5rem; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    header { position: sticky; top: 0; z-index: 5; background: var(--panel);
      border-bottom: 1px solid var(--line); padding: .6rem 1rem; display: flex; flex-wrap: wrap;
      gap: .4rem 1.5rem; align-items: center; }
    .title { flex: 1 1 8rem; min-width: 0; }
    .title > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    h1 { font-size: 1.1rem; line-height: 1.3; margin: 0; }
    h2 { font-size: .95rem; margin: 0; }
    #status { margin: 0; color: var(--soft); }
    #status::before { content: ""; display: inline-block; width: .6rem; height: .6rem;
      border-radius: 50%; background: #2e9e55; margin-right: .45rem; }
    #status.warning::before { background: #d98c10; }
    #status.error { color: var(--error); }
    #status.error::before { background: var(--error); }
    #status.busy::before { background: var(--soft); }
    form { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; }
    fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap;
      gap: .3rem .8rem; }
    label { color: var(--soft); white-space: nowrap; }
    select, button { font: inherit; color: var(--ink); background: var(--panel);
      border: 1px solid var(--soft); border-radius: .4rem; padding: .2rem .5rem; min-height: 2rem;
      max-width: 100%; }
    input[type=checkbox] { width: 1.05rem; height: 1.05rem; margin: 0 .1rem 0 0;
      vertical-align: -.15rem; accent-color: var(--accent); }
    .switch { display: inline-flex; align-items: center; gap: .2rem; min-height: 2rem; }
    button { cursor: pointer; }
    #download { background: var(--accent); border-color: var(--accent); color: var(--panel);
      font-weight: 600; padding: .2rem .9rem; }
    #desk { display: grid; grid-template-columns: minmax(0, 26rem) minmax(0, 1fr) minmax(0, 22rem);
      align-items: start; }
    #desk.no-source { grid-template-columns: minmax(0, 1fr) minmax(0, 22rem); }
    .no-source #source { display: none; }
    aside { background: var(--panel); position: sticky; top: var(--top, 3.4rem);
      height: calc(100vh - var(--top, 3.4rem)); display: flex; flex-direction: column; }
    #source { border-right: 1px solid var(--line); }
    #told { border-left: 1px solid var(--line); overflow: auto; }
    .head { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .8rem;
      padding: .6rem .9rem; }
    .head label { flex: 1 1 8rem; min-width: 0; }
    #file { width: 100%; }
    #text { list-style: none; counter-reset: line; margin: 0; padding: 0 0 2rem; overflow: auto;
      flex: 1; font: 13px/1.5 "Liberation Mono", "DejaVu Sans Mono", monospace;
      background: var(--code); }
    #text li { counter-increment: line; padding: 0 .6rem 0 3.6rem; white-space: pre-wrap;
      overflow-wrap: anywhere; position: relative; min-height: 1.5em; cursor: pointer; }
    #text li::before { content: counter(line); position: absolute; left: 0; width: 2.9rem;
      text-align: right; color: var(--soft); }
    #text li.error { box-shadow: inset 4px 0 var(--error); }
    #text li.warning { box-shadow: inset 4px 0 var(--warning); }
    #text li.note { box-shadow: inset 4px 0 var(--note); }
    #text li[aria-selected=true] { background: color-mix(in srgb, var(--lit) 45%, transparent); }
    #text li:focus-visible { outline-offset: -3px; }
    #pages { padding: 1.2rem; outline-offset: -3px; min-width: 0; }
    .letters { display: grid; gap: 1.2rem; justify-content: center;
      grid-template-columns: minmax(0, auto); }
    .both .letters { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .letter > .head { justify-content: center; padding: 0 0 .6rem; color: var(--soft); }
    .alone .letter > .head { display: none; }
    .page { margin: 0 auto 1.2rem; width: min(100%, 54rem); }
    .sized #pages { overflow-x: auto; }
    .sized .page { width: calc(var(--width) * var(--zoom, 1) * 1px); }
    .sheet { position: relative; background: #fff; box-shadow: var(--shadow);
      aspect-ratio: var(--width) / var(--height); }
    .sheet img { display: block; width: 100%; height: 100%; }
    figcaption { color: var(--soft); text-align: center; font-size: .85rem; padding-top: .4rem; }
    .stale .sheet img { filter: grayscale(1); opacity: .42; }
    .stale-word { display: none; background: var(--error); color: var(--panel); border-radius: .4rem;
      padding: .35rem .8rem; margin: 0 auto .8rem; width: fit-content; font-weight: 600; }
    .stale .stale-word { display: block; }
    .lines button { position: absolute; background: none; border: 0; border-radius: 2px; padding: 0;
      margin: 0; min-height: 0; color: transparent; font-size: 1px; overflow: hidden; }
    .lines button:hover { background: rgb(11 87 208 / .10); }
    .lines button.lit { background: #ffe583; mix-blend-mode: multiply;
      box-shadow: -4px 0 #c48a00; }
    .lines button:focus-visible { outline-color: #0b57d0; }
    .zone { position: absolute; display: none; pointer-events: none; }
    .zone span { position: absolute; left: 0; bottom: 100%; font-size: .7rem; line-height: 1.3;
      padding: 0 .3rem; color: #fff; white-space: nowrap; }
    .zone.window { border: 2px solid #087f5b; background: rgb(8 127 91 / .08); }
    .zone.window span { background: #087f5b; }
    .zone.free { border: 2px dashed #b0256f; background: rgb(176 37 111 / .10); }
    .zone.free span { background: #b0256f; }
    .show-window .zone.window, .show-free .zone.free { display: block; }
    .none { color: var(--soft); text-align: center; padding: 3rem 1rem; }
    #diagnostics { list-style: none; margin: 0; padding: 0 .9rem 2rem; }
    #diagnostics li.told { border-top: 1px solid var(--line); padding: .7rem 0;
      overflow-wrap: anywhere; }
    .severity { font-weight: 700; text-transform: capitalize; margin-right: .4rem; }
    .told.error .severity { color: var(--error); }
    .told.warning .severity { color: var(--warning); }
    .told.note .severity { color: var(--note); }
    .told p { margin: 0 0 .3rem; }
    .told ul { margin: .2rem 0 .3rem; padding-left: 1.2rem; }
    .told code { color: var(--soft); font-size: .8rem; }
    .told .to { border: 0; background: none; color: var(--accent); text-decoration: underline;
      padding: .1rem 0; min-height: 1.6rem; text-align: left; }
    .told summary { color: var(--soft); cursor: pointer; font-size: .85rem; padding: .15rem 0; }
    @media (max-width: 68rem) {
      #desk, #desk.no-source { grid-template-columns: minmax(0, 1fr); }
      header { position: static; }
      aside { position: static; height: auto; max-height: 45vh; }
      #told { border: 0; border-bottom: 1px solid var(--line); max-height: 40vh; order: -1; }
      #told.empty { display: none; }
      #source { border: 0; border-bottom: 1px solid var(--line); }
    }
    @media (max-width: 34rem) {
      header { padding: .5rem .7rem; }
      .title { flex-basis: 100%; }
      .title > * { white-space: normal; }
      form { display: grid; grid-template-columns: 1fr 1fr; width: 100%; }
      form > label:not(.switch) { display: grid; font-size: .85rem; }
      fieldset { grid-column: 1 / -1; }
      #pages { padding: .7rem; }
      .both .letters { grid-template-columns: minmax(0, auto); }
    }
    @media (prefers-reduced-motion: no-preference) {
      .sheet img { transition: filter .15s, opacity .15s; }
    }
    """#
}
