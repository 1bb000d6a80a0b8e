"""The documents of a plan: PDF, ODT, ODS, CSV, made from the same model as its page, so that they never disagree.

「對外提供之文件如為可編輯者，應採用 ODF 文書格式；非可編輯者，採用 PDF 文書格式」
(Pingtung 107, 一（二）4.(1), and the other plans).
"""
