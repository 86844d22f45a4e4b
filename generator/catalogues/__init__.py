"""Danh mục dùng chung: agencies with their kinds and levels, people, legal acts, phrases, days, words.

``entries`` is what they answer by date; ``files`` reads them; ``problems`` says what is wrong between them,
``phrase_problems`` and ``calendar_problems`` what is wrong inside two of them;
``pinning`` gives phrases their version; ``relations`` is how one agency stands to another; ``words`` is the
list for the spelling.
"""
