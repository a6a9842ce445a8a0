"""The kit: every widget of our own, dressed by one `Look`; pages are put together from these.

Every constructor takes the `Look` first; object names are the caller's.

- `words`: `Words` (label), `IconWords` (icon and word: a state), `Pill`, `Hairline`
- `buttons`: `Button` (plain or `main`), `WordButton` (a link, a deed)
- `choices`: `CheckBox`, `Choice` (one of several)
- `fields`: `TextField`, `TextArea`, `ParsedField` (dates, times), `Field`, `FieldColumn` (a form)
- `dialog`: `QuestionDialog`
- `strip`: `Strip` with `tabs.Tabs` and `saved_state.SavedState`
- `key_bar`: `KeyBar` (the status bar)
- `notice_band`: `NoticeBand` (the window's), `NoticeCard` (in a page), `Notice`
- `empty_state`: `EmptyState`, `KeyHints`
- `table`: `Table`; `table_columns`: `Column`; `rows`: `RowsModel`, `Row`, `Cell`
- `cards`: `Card`, `DeedList`, `Deed` (rows with a chevron)
- `scrolling`: `Scroll` (up and down, never sideways)
- `focus_ring`, `painting`, `announcing`: for widgets of your own
"""
