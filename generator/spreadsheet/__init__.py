"""Spreadsheets: figures read from them, the form that is filled in one, annex tables written as one.

openpyxl is imported only when a workbook is really read or written.
"""
