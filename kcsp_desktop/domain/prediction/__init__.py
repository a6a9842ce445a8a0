"""Word and phrase completion, learned from a body's own record.

How this works: ``Vocabulary`` holds the words of the language, a ``Memory`` counts texts of one
origin, and a ``Suggester`` joins one vocabulary and several memories into one ``Suggestion`` for
the text before the caret. ``taught`` says which texts a memory may be given, ``room`` which names
and titles the day brings, ``taking`` what the keys do with a suggestion. Nothing here reads a
file, a clock or chance: the same memories give the same suggestion.

**A memory must only ever be given public text**, since what it offers may be taken anywhere. The
one exception: while a restricted item is in hand, a further memory of that item's own text may be
asked too, and is dropped when the item is left (``taught.own_texts``). Private notes are learnt
by nobody.
"""
