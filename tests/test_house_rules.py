"""What the linters cannot say about the house. A rule names the line it found; each is proved to fire on a plant."""

import ast
import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from textwrap import dedent

import pytest

SRC = Path(__file__).parent.parent / "src" / "sorcerer"
MAX_FILE, MAX_FUNCTION, MAX_FACE = 400, 60, 12
PORT_HOMES = ("sorcerer.providers", "sorcerer.platforms", "sorcerer.storage", "sorcerer.toolbox")
PORTS = {"Text", "Image", "Video", "Voice", "Provider", "Platform", "Files", "Toolbox"}
JUNK = {"service", "services", "manager", "helper", "helpers", "utils", "util", "common", "base", "core", "misc"}
HEAVY = ("c2pa", "skia", "cv2", "av", "numpy")
SQL_HOMES = {"rows", "store", "database", "migrations"}

# Faces above the limit, each with the reason it may be so.
WIDE_FACES: dict[str, str] = {
    "studio": "one name for each step of a film, in their order, and two for what is remembered of them",
    "providers": "four ports, each with its own task and result: what every vendor must be able to name",
    "platforms": "one port, with a value for each thing that a network is asked and that it tells",
}

Rule = Callable[[Path], list[str]]
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def files(root: Path) -> Iterator[Path]:
    """Every file of ours; revisions are written once by Alembic and then never change."""
    return (path for path in sorted(root.rglob("*.py")) if "versions" not in path.parts)


def functions(root: Path) -> Iterator[tuple[Path, Function]]:
    for path in files(root):
        for node in ast.walk(parse(path)):
            if isinstance(node, Function):
                yield path, node


def at(root: Path, path: Path, node: ast.stmt | ast.expr, what: str = "") -> str:
    return f"{path.relative_to(root)}:{node.lineno} {what}".rstrip()


def port_names(path: Path) -> set[str]:
    """What this file calls a port: `Video` of the providers is one, `Video` of the schedule is not."""
    found = set()
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(PORT_HOMES):
            found |= {alias.asname or alias.name for alias in node.names if alias.name in PORTS}
    return found | {f"{home.rpartition('.')[2]}.{port}" for home in PORT_HOMES for port in PORTS}


def annotation_names(argument: ast.arg) -> set[str]:
    if argument.annotation is None:
        return set()
    names = {ast.unparse(node) for node in ast.walk(argument.annotation) if isinstance(node, ast.Name | ast.Attribute)}
    return names | {str(n.value) for n in ast.walk(argument.annotation) if isinstance(n, ast.Constant)}


def arguments(function: Function) -> list[ast.arg]:
    given = function.args
    return [*given.posonlyargs, *given.args, *given.kwonlyargs]


def no_session_with_a_port(root: Path) -> list[str]:
    guilty = []
    for path, function in functions(root):
        names = set().union(*(annotation_names(argument) for argument in arguments(function)))
        if {"Session", "orm.Session"} & names and port_names(path) & names:
            guilty.append(at(root, path, function, function.name))
    return guilty


def no_port_inside_a_transaction(root: Path) -> list[str]:
    guilty = []
    for path, function in functions(root):
        ports = {argument.arg for argument in arguments(function) if annotation_names(argument) & port_names(path)}
        for block in ast.walk(function):
            if isinstance(block, ast.With) and any(_opens_a_session(item.context_expr) for item in block.items):
                inside = (node for line in block.body for node in ast.walk(line) if isinstance(node, ast.Call))
                guilty += [at(root, path, call, ast.unparse(call.func)) for call in inside if _asks(call, ports)]
    return guilty


def _opens_a_session(expression: ast.expr) -> bool:
    return (
        isinstance(expression, ast.Call)
        and isinstance(expression.func, ast.Attribute)
        and expression.func.attr in {"begin", "read"}
        and "database" in ast.unparse(expression.func.value)
    )


def _asks(call: ast.Call, ports: set[str]) -> bool:
    """Whether a call goes to a port: `text.script(…)`, or `tools.text.script(…)` of a whole toolbox."""
    root, _, rest = ast.unparse(call.func).partition(".")
    through = rest.split(".")[0]
    asked = {"text", "image", "video", "voice", "files", "platform", "platforms", "provider"}
    return root in ports and (through in asked if root in {"tools", "toolbox"} else bool(rest))


def only_the_edge_commits(root: Path) -> list[str]:
    """A platform's `commit(staged)` takes what it commits; a session's takes nothing."""
    return [
        at(root, path, node, ast.unparse(node.func))
        for path in files(root)
        if path.name != "database.py"
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (node.func.attr == "commit" and not node.args and not node.keywords)
    ]


def sql_stays_in_the_store(root: Path) -> list[str]:
    """Elsewhere `Session` may be named, as the type of an argument, and nothing more."""
    return [
        at(root, path, node, alias.name)
        for path in files(root)
        if not SQL_HOMES & {part.removesuffix(".py") for part in path.relative_to(root).parts}
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if _module(node, alias).startswith("sqlalchemy") and _module(node, alias) != "sqlalchemy.orm.Session"
    ]


def _module(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> str:
    return f"{node.module}.{alias.name}" if isinstance(node, ast.ImportFrom) else alias.name


def tables_live_in_rows(root: Path) -> list[str]:
    return [
        at(root, path, node, node.name)
        for path in files(root)
        if path.name != "rows.py" and "rows" not in path.relative_to(root).parts
        for node in ast.walk(parse(path))
        if isinstance(node, ast.ClassDef) and any(isinstance(b, ast.Name) and b.id == "Row" for b in node.bases)
    ]


def files_are_read_in_one_sitting(root: Path) -> list[str]:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files(root)}
    return [f"{path.relative_to(root)} has {lines} lines" for path, lines in sizes.items() if lines > MAX_FILE]


def functions_fit_on_a_screen(root: Path) -> list[str]:
    long = ((p, f, (f.end_lineno or f.lineno) - f.lineno) for p, f in functions(root))
    return [at(root, path, f, f"{f.name} has {lines} lines") for path, f, lines in long if lines > MAX_FUNCTION]


def names_say_what_is_inside(root: Path) -> list[str]:
    return [str(path.relative_to(root)) for path in root.rglob("*") if path.stem in JUNK and path.suffix in {"", ".py"}]


def faces_are_small(root: Path) -> list[str]:
    return [
        f"{name} shows {len(shown)} names"
        for name, shown in faces(root)
        if len(shown) > MAX_FACE and name not in WIDE_FACES
    ]


def faces(root: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(root.glob("*/__init__.py")):
        for node in parse(path).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
                yield path.parent.name, ast.literal_eval(node.value)


def faces_show_what_is_there(root: Path) -> list[str]:
    rooms = {name: importlib.import_module(f"{root.name}.{name}") for name, _ in faces(root)}
    return [f"{room} shows {name}" for room, shown in faces(root) for name in shown if not hasattr(rooms[room], name)]


def what_is_public_is_explained(root: Path) -> list[str]:
    return [
        at(root, path, node, node.name)
        for path in files(root)
        for node in _public(parse(path))
        if ast.get_docstring(node) is None
    ]


def _public(tree: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            overload = any("overload" in ast.unparse(decorator) for decorator in node.decorator_list)
            overridden = any("override" in ast.unparse(decorator) for decorator in node.decorator_list)
            if not overload and not overridden:
                yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def imports_stand_at_the_top(root: Path) -> list[str]:
    """A deferred import hides a cycle or a weight; the line must say in words which and why."""
    return [
        at(root, path, node)
        for path, function in functions(root)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom) and not _has_a_reason(path, node.lineno)
    ]


def _has_a_reason(path: Path, line: int) -> bool:
    comment = path.read_text(encoding="utf-8").splitlines()[line - 1].partition("#")[2]
    return len([word for word in comment.replace("noqa: PLC0415", "").split() if word.isalpha()]) >= 2


RULES: list[Rule] = [
    no_session_with_a_port,
    no_port_inside_a_transaction,
    only_the_edge_commits,
    sql_stays_in_the_store,
    tables_live_in_rows,
    files_are_read_in_one_sitting,
    functions_fit_on_a_screen,
    names_say_what_is_inside,
    faces_are_small,
    faces_show_what_is_there,
    what_is_public_is_explained,
    imports_stand_at_the_top,
]

_SESSION = "from sqlalchemy.orm import Session\n"
_TEXT = "from sorcerer.providers import Text\n"
_FACE = "__all__ = [" + ", ".join(f'"n{i}"' for i in range(13)) + "]\n"

PLANTED: list[tuple[Rule, str, str]] = [
    (no_session_with_a_port, "a.py", f"{_SESSION}{_TEXT}def f(session: Session, *, text: Text | None): ..."),
    (no_session_with_a_port, "a.py", f'{_SESSION}import sorcerer.storage\ndef f(s: Session, f: "storage.Files"): ...'),
    (
        no_session_with_a_port,
        "a.py",
        f"{_SESSION}from sorcerer.toolbox import Toolbox\ndef f(s: Session, t: Toolbox): ...",
    ),
    (
        no_port_inside_a_transaction,
        "a.py",
        f"{_TEXT}def f(database, text: Text):\n with database.begin():\n  text.script(1)",
    ),
    (only_the_edge_commits, "a.py", "def f(session):\n session.commit()"),
    (sql_stays_in_the_store, "a.py", "from sqlalchemy import select"),
    (sql_stays_in_the_store, "a.py", "import sqlalchemy"),
    (tables_live_in_rows, "life/model.py", "class Item(Row): ..."),
    (files_are_read_in_one_sitting, "a.py", "x = 1\n" * 401),
    (functions_fit_on_a_screen, "a.py", "def f():\n" + " x = 1\n" * 61),
    (names_say_what_is_inside, "life/utils.py", ""),
    (names_say_what_is_inside, "core/__init__.py", ""),
    (faces_are_small, "life/__init__.py", _FACE),
    (faces_show_what_is_there, "life/__init__.py", '__all__ = ["nobody"]'),
    (what_is_public_is_explained, "a.py", "def f(): ..."),
    (what_is_public_is_explained, "a.py", 'class A:\n """One."""\n def f(self): ...'),
    (imports_stand_at_the_top, "a.py", "def f():\n import json"),
    (imports_stand_at_the_top, "a.py", "def f():\n import json  # noqa: PLC0415"),
]

ALLOWED: list[tuple[Rule, str, str]] = [
    (
        no_session_with_a_port,
        "a.py",
        f"{_SESSION}from sorcerer.schedule import Video\ndef f(s: Session, v: Video): ...",
    ),
    (
        no_port_inside_a_transaction,
        "a.py",
        f"{_TEXT}def f(database, text: Text):\n text.script(1)\n with database.begin(): ...",
    ),
    (only_the_edge_commits, "a.py", "def f(platform, staged):\n platform.commit(staged)"),
    (only_the_edge_commits, "database.py", "def f(session):\n session.commit()"),
    (sql_stays_in_the_store, "life/store.py", "from sqlalchemy import select"),
    (sql_stays_in_the_store, "a.py", _SESSION),
    (tables_live_in_rows, "life/rows.py", "class ItemRow(Row): ..."),
    (functions_fit_on_a_screen, "migrations/versions/0001.py", "def upgrade():\n" + " x = 1\n" * 61),
    (what_is_public_is_explained, "a.py", "def _f(): ..."),
    (imports_stand_at_the_top, "a.py", "def f():\n import av  # noqa: PLC0415 - 90 MB that the door never needs"),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rules(rule: Rule) -> None:
    assert rule(SRC) == []


@pytest.mark.parametrize(("rule", "name", "code"), PLANTED)
def test_a_planted_violation_is_found(
    rule: Rule, name: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(rule(plant(tmp_path, name, code, monkeypatch))) == 1


@pytest.mark.parametrize(("rule", "name", "code"), ALLOWED)
def test_what_is_allowed_is_let_through(
    rule: Rule, name: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rule(plant(tmp_path, name, code, monkeypatch)) == []


def plant(folder: Path, name: str, code: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay one file into a house of its own, whose name no other test has imported."""
    root = folder / f"house_{abs(hash(folder))}"
    (root / name).parent.mkdir(parents=True)
    (root / name).write_text(dedent(code), encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    return root


def test_every_rule_is_proved_to_fire() -> None:
    assert {rule for rule, _, _ in PLANTED} == set(RULES)


def test_a_wide_face_is_still_wide() -> None:
    assert {name for name, shown in faces(SRC) if len(shown) > MAX_FACE} == set(WIDE_FACES)


def loaded_by(statement: str) -> list[str]:
    code = f"import sys, json\n{statement}\nprint(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    names: list[str] = json.loads(done.stdout)
    return names


def test_the_door_opens_without_the_film_studio() -> None:
    assert loaded_by("import sorcerer.api") == []


def test_a_heavy_import_is_seen() -> None:
    assert loaded_by("import numpy") == ["numpy"]
