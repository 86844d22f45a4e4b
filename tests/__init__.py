"""The proofs of the project, as a package, so that they find `tests.proofs` from anywhere."""
