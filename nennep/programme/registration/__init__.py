"""Đăng ký làm theo: a private draft → sent → read with a comment → given back or registered → changes with history.

`private` keeps drafts unreadable, `content` says what a person may write, `actions` are the verbs, `offers` what is proposed.
"""
