"""The verbs of ``placet``, in groups; each is imported only when it is called."""

from __future__ import annotations

import importlib
from typing import NoReturn

import click

SHELF: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Who could it be?",
        (
            ("solve", "Whom could all sides live with? If nobody: why, and the smallest ways out."),
            ("check", "Who objects to this slate, and since when?"),
            ("conflicts", "Which demands cannot be met together?"),
            ("concessions", "Which demands, given up, would open the way?"),
            ("count", "How many settlements does everybody accept?"),
            ("picture", "Draw it: who is refused, the best settlements, what clashes, the record in time."),
        ),
    ),
    (
        "What has been said?",
        (
            ("read", "Which statements does a source hold? Confirm them one by one."),
            ("record", "Who demands what, since when, in which words?"),
            ("compare", "What changed between two days?"),
        ),
    ),
    (
        "How shall we choose?",
        (
            ("procedures", "Which procedures are there, and what are their rules?"),
            ("appoint", "Run a procedure from the sheets of its parties."),
            ("play", "Play a procedure at one terminal, in turn or against the computer."),
            ("equilibrium", "Whom will a procedure appoint, if everybody looks ahead?"),
            ("vote", "Who wins by a voting rule on these ballots?"),
            ("tally", "How often does each name stand where on these ballots?"),
        ),
    ),
    (
        "Without trust",
        (
            ("keys", "Draw your keys, and show the number that people compare."),
            ("round", "Keep a sealed round: open it, take envelopes, close it."),
            ("seal", "Seal your sheet on your own machine."),
            ("open", "Check and cosign a round's ledger; open the sheets after it closed."),
            ("verify", "Check a round, or a receipt, without trusting anybody."),
        ),
    ),
    (
        "The case itself",
        (
            ("new", "Write a case by answering questions."),
            ("report", "Write the whole case as a PDF or a web page to hand round."),
            ("view", "Write the folder that one side may have."),
            ("schema", "Print the JSON Schema of a case file."),
        ),
    ),
)
"""Every verb with what it answers, in the order in which a newcomer meets them."""


class Verbs(click.Group):
    """A group of commands that imports a verb's file when the verb is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """Return the verbs' names in the order of the shelf."""
        return [name for _, verbs in SHELF for name, _ in verbs]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the file of one verb and return its command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        verb: click.Command = importlib.import_module(f"placet.cli.{cmd_name}").verb
        return verb

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb that was meant, or say which one it may have been."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            self._no_such_verb(ctx, name)
        return super().resolve_command(ctx, args)

    def _no_such_verb(self, ctx: click.Context, name: str) -> NoReturn:
        from placet.case.spoken import nearest  # noqa: PLC0415 -- only mistakes need it

        verbs = self.list_commands(ctx)
        meant = nearest(name, verbs)
        hint = f"did you mean {meant}?" if meant else f"the verbs are {', '.join(verbs)}."
        raise click.UsageError(f"there is no verb {name!r}; {hint}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the verbs by group, without importing any."""
        for heading, verbs in SHELF:
            formatter.write(f"\n{heading}\n")
            with formatter.indentation():
                formatter.write_dl(verbs, col_max=12)


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="CASE is a case folder, such as cases/syria-2013. `placet VERB --help` tells more about a verb.",
)
@click.version_option(None, "--version", package_name="placet", message="placet %(version)s")
@click.pass_context
def verbs(ctx: click.Context) -> None:
    """Find whom opposing sides can appoint together, when each may say no."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
