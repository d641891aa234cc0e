"""The registers of the workbook, in the order in which they are entered: each refers only to those before it."""

from nennep.exchange.workbook.registers import meetings, papers, people, programme, results

REGISTERS = (
    *people.REGISTERS,
    *papers.REGISTERS,
    *programme.PLANS,
    *meetings.REGISTERS,
    *programme.WORK,
    *results.REGISTERS,
)

__all__ = ["REGISTERS"]
