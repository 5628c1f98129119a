"""The frame of every page of the pretend network, and its one style."""

from html import escape

from sorcerer.sandbox.model import Network

_STYLE = """
:root {
  --paper: #fff; --ink: #14161a; --soft: #626975; --line: #e4e6ea; --wash: #f6f7f9; --accent: #3451c7;
  --ring: linear-gradient(45deg, #f8a13f, #e8467c, #8a3ffc);
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #101216; --ink: #f1f3f6; --soft: #9aa2ae; --line: #262a31; --wash: #181b20; --accent: #9db1ff; }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--wash); color: var(--ink);
  font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; -webkit-font-smoothing: antialiased;
}
a { color: inherit; text-decoration: none; }
:is(a, button, input, video):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
main {
  max-width: 470px; min-height: 100vh; margin: 0 auto; background: var(--paper); border-inline: 1px solid var(--line);
}
.bar {
  position: sticky; top: 0; z-index: 2; display: flex; align-items: center; gap: 8px; padding: 12px 16px;
  background: var(--paper); border-bottom: 1px solid var(--line); font-weight: 650;
}
.bar small {
  margin-left: auto; padding: 3px 9px; border: 1px solid var(--line); border-radius: 99px; color: var(--soft);
  font-size: 12px; font-weight: 500;
}
.who { display: flex; gap: 22px; align-items: center; padding: 20px 16px 6px; }
.face {
  flex: none; display: grid; place-items: center; border-radius: 50%; color: #fff; font-weight: 700;
  background: linear-gradient(150deg, hsl(var(--hue) 52% 54%), hsl(var(--hue) 52% 34%));
}
.face.big { width: 84px; height: 84px; font-size: 34px; }
.face.small { width: 34px; height: 34px; font-size: 14px; }
.ring { flex: none; padding: 3px; border-radius: 50%; background: var(--ring); }
.ring > * { border: 3px solid var(--paper); }
.counts { display: flex; gap: 24px; margin: 0; padding: 0; list-style: none; }
.counts b { display: block; font-size: 18px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.counts span { color: var(--soft); font-size: 13px; }
.bio { margin: 0; padding: 4px 16px 16px; }
.bio strong { display: block; }
.bio span { color: var(--soft); font-size: 14px; }
.tray { display: flex; gap: 14px; overflow-x: auto; padding: 2px 16px 16px; border-bottom: 1px solid var(--line); }
.tray a { flex: none; width: 72px; text-align: center; color: var(--soft); font-size: 12px; }
.tray .ring { display: block; width: 72px; height: 72px; margin-bottom: 4px; }
.tray img, .tray video { display: block; width: 66px; height: 66px; border-radius: 50%; object-fit: cover; }
.post { border-bottom: 1px solid var(--line); }
.head { display: flex; align-items: center; gap: 10px; padding: 10px 16px; }
.head div { min-width: 0; line-height: 1.25; }
.head b { display: block; }
.head small { color: var(--soft); font-size: 12.5px; }
.label {
  display: inline-flex; flex: none; align-items: center; gap: 5px; margin-left: auto; padding: 4px 11px;
  border: 1px solid var(--line); border-radius: 99px; background: var(--wash); font-size: 12.5px; font-weight: 600;
}
.media { display: block; width: 100%; aspect-ratio: 9 / 16; object-fit: contain; background: #0b0d11; }
.words { padding: 12px 16px 18px; }
.words p { margin: 0 0 6px; white-space: pre-line; overflow-wrap: anywhere; }
.words .tag { color: var(--accent); }
.words time { color: var(--soft); font-size: 13px; }
.figures { display: flex; gap: 16px; margin-bottom: 8px; font-size: 14px; font-weight: 600; }
.figures span { color: var(--soft); font-weight: 500; }
.empty { margin: 0; padding: 72px 24px; text-align: center; color: var(--soft); }
form { display: grid; gap: 12px; padding: 16px; }
label.pick {
  display: flex; gap: 12px; align-items: center; min-height: 44px; padding: 12px; border: 1px solid var(--line);
  border-radius: 14px; cursor: pointer; line-height: 1.3;
}
label.pick:has(:checked) { border-color: var(--accent); background: var(--wash); }
label.new { display: grid; gap: 6px; color: var(--soft); font-size: 14px; }
input[type="text"] {
  width: 100%; padding: 11px 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--wash);
  color: var(--ink); font: inherit;
}
button {
  min-height: 46px; border: 0; border-radius: 12px; background: var(--accent); color: var(--paper); font: inherit;
  font-weight: 650; cursor: pointer;
}
button.plain { background: none; color: var(--soft); font-weight: 500; }
[data-network="tiktok"] {
  color-scheme: dark; --paper: #000; --ink: #fff; --soft: #a9adb6; --line: #24262b; --wash: #101114; --accent: #7fe9e4;
}
[data-network="tiktok"] .post { position: relative; }
[data-network="tiktok"] .figures {
  position: absolute; right: 12px; top: calc(60px + min(100vw, 470px) * .72); flex-direction: column; gap: 16px;
  margin: 0; text-align: center; text-shadow: 0 1px 6px rgb(0 0 0 / .7);
}
[data-network="tiktok"] .figures div {
  display: grid; place-items: center; align-content: center; width: 60px; height: 60px; border-radius: 50%;
  background: rgb(0 0 0 / .42); color: #fff; font-size: 14px; line-height: 1.15;
}
[data-network="tiktok"] .figures span { color: #e6e8ec; font-size: 10px; }
[data-network="tiktok"] .ring { background: linear-gradient(45deg, #25f4ee, #fe2c55); }
[data-network="youtube"] { --accent: #b3001b; --ring: linear-gradient(45deg, #ff6a5e, #c4001d); }
@media (prefers-color-scheme: dark) { [data-network="youtube"] { --accent: #ff9a92; } }
[data-network="youtube"] .media { width: calc(100% - 24px); margin: 0 12px; border-radius: 16px; }
[data-network="youtube"] .words p:first-of-type { font-size: 17px; font-weight: 650; line-height: 1.3; }
[data-network="youtube"] .words p:first-of-type b { display: none; }
[data-network="youtube"] .figures { color: var(--soft); font-weight: 500; order: 1; }
h1 { margin: 20px 16px 4px; font-size: 20px; }
.why { margin: 0 16px 8px; color: var(--soft); }
"""


def page(title: str, body: str, network: Network = "instagram") -> str:
    """Return a whole page of a network; `body` is HTML that was escaped where it was put together."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f'<body data-network="{network}"><main>{body}</main></body></html>'
    )


def face(name: str, hue: int, size: str) -> str:
    """Return the round initial that stands for an account."""
    letter = escape(name.strip()[:1].upper() or "?")
    return f'<span class="face {size}" style="--hue:{hue}" aria-hidden="true">{letter}</span>'
