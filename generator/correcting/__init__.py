"""Correcting an issued paper: what differs from the issued copy, which instrument mends it, and its draft.

``instrument`` chooses between đính chính, sửa đổi, thay thế and thu hồi, ``drafting`` writes the new paper.
What was issued, and where in it each change stands, is known to ``issuing``.
"""
