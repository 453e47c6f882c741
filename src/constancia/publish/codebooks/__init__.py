"""The public tables of a record to files in the columns of other codebooks, each with a report of what was lost."""

from constancia.publish.codebooks.writing import CODEBOOKS, export_codebook, policy_name

__all__ = ["CODEBOOKS", "export_codebook", "policy_name"]
