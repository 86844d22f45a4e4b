"""Theo dõi việc thực hiện kết luận: what is due, how far it is, and the letter that reminds of it.

``duties`` says of one inspection what is late, due soon or done on a day, ``due`` of many by unit;
``issue_day`` tells since when a time limit runs; ``reminding`` drafts the công văn đôn đốc.
"""
