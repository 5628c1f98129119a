"""The commands. The only room that prints; each command says what it does in one line and takes --home."""

import typer

from sorcerer.cli import demo, doctor, keys, openapi, preflight, run, token, verify

app = typer.Typer(
    name="sorcerer",
    help="Create and run AI influencers: a face, a life that holds together, films published once and labelled.",
    no_args_is_help=True,
    add_completion=False,
)
app.command("run")(run.run)
app.command("worker")(run.worker)
app.command("tick")(run.tick)
app.command("sandbox")(run.sandbox)
app.command("migrate")(run.migrate)
app.command("demo")(demo.demo)
app.command("doctor")(doctor.doctor)
app.command("preflight")(preflight.preflight)
app.command("verify")(verify.verify)
app.command("token")(token.token)
app.add_typer(keys.app, name="keys")
app.command("openapi")(openapi.openapi)

__all__ = ["app"]
