"""What the agency says about who signed in."""

from oauth2_provider.oauth2_validators import OAuth2Validator

from tests.sso.provider import PEOPLE, address_of


class Claims(OAuth2Validator):
    def get_additional_claims(self, request):
        username = request.user.username
        return {"email": address_of(username), "email_verified": PEOPLE[username]}

    def get_discovery_claims(self, request):
        return ["sub", "email", "email_verified"]
