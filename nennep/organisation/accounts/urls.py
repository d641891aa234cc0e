"""Addresses of signing in. The library's pages are mounted one by one, under the names that it looks for."""

from allauth.mfa.webauthn.views import login_webauthn
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.accounts.views import entering, factors, own, papers

# In the room's own namespace, by organisation/urls.py.
ours = [
    path("dang-xuat/", by_card_too(login_not_required(entering.SignOut.as_view())), name="sign-out"),
    path("moi/", entering.accept, name="accept-invitation"),
    path("moi/<str:code>/", entering.open_invitation, name="open-invitation"),
    path("the/", entering.card, name="card"),
    path("the/<str:code>/", entering.open_card, name="open-card"),
    path("tai-khoan/", own.account, name="account"),
    path("tai-khoan/ten/", own.names, name="names"),
    path("tai-khoan/thu/", own.email, name="email"),
    path("tai-khoan/ma-pin/", own.pin, name="change-pin"),
    path("tai-khoan/phien/ket-thuc/", own.end_sessions, name="end-sessions"),
    path("tai-khoan/co-quan/bo/", own.unlink, name="unlink-agency"),
    path("to-chuc/<str:code>/tai-khoan/", papers.accounts, name="accounts"),
    path("to-chuc/<str:code>/tai-khoan/in/", papers.invite_all, name="invite-all"),
    path("to-chuc/nguoi/<int:pk>/giay-moi/", papers.invite_one, name="invite"),
    path("to-chuc/nguoi/<int:pk>/giay-moi/thu-hoi/", papers.take_back, name="withdraw-invitation"),
    path("to-chuc/nguoi/<int:pk>/the/", papers.card, name="issue-card"),
    path("to-chuc/nguoi/<int:pk>/the/thu-hoi/", papers.take_card_back, name="withdraw-card"),
]

urlpatterns = [
    path("dang-nhap/", entering.SignIn.as_view(), name="account_login"),
    path("dang-nhap/ma/", factors.authenticate, name="mfa_authenticate"),
    path("dang-nhap/khoa/", login_webauthn, name="mfa_login_webauthn"),
    path("dang-nhap/<slug:provider_id>/di/", entering.to_agency, name="openid_connect_login"),
    path("dang-nhap/<slug:provider_id>/ve/", entering.from_agency, name="openid_connect_callback"),
    path("quen-mat-khau/", factors.forgotten, name="account_reset_password"),
    path("quen-mat-khau/da-gui/", factors.letter_sent, name="account_reset_password_done"),
    path("quen-mat-khau/xong/", factors.from_letter_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^quen-mat-khau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",  # the key has dashes of its own
        factors.from_letter,
        name="account_reset_password_from_key",
    ),
    path("tai-khoan/mat-khau/", factors.ChangePassword.as_view(), name="account_change_password"),
    path("tai-khoan/thu/<str:key>/", factors.confirm_email, name="account_confirm_email"),
    path("tai-khoan/xac-nhan/", factors.reauthenticate, name="account_reauthenticate"),
    path("tai-khoan/xac-nhan/ma/", factors.reauthenticate_code, name="mfa_reauthenticate"),
    path("tai-khoan/xac-nhan/khoa/", factors.reauthenticate_key, name="mfa_reauthenticate_webauthn"),
    path("tai-khoan/ma-mot-lan/", factors.ActivateTotp.as_view(), name="mfa_activate_totp"),
    path("tai-khoan/ma-mot-lan/tat/", factors.DeactivateTotp.as_view(), name="mfa_deactivate_totp"),
    path("tai-khoan/ma-du-phong/", factors.recovery_codes, name="mfa_view_recovery_codes"),
    path("tai-khoan/ma-du-phong/moi/", factors.new_codes, name="mfa_generate_recovery_codes"),
    path("tai-khoan/khoa/them/", factors.AddKey.as_view(), name="mfa_add_webauthn"),
    path("tai-khoan/khoa/<int:pk>/bo/", factors.RemoveKey.as_view(), name="mfa_remove_webauthn"),
]
