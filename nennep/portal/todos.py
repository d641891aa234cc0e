"""What the portal asks of the committee: articles that wait for a yes or a no."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.organisation import access
from nennep.organisation.models import Person, Unit
from nennep.organisation.todos import Todo, office_todo
from nennep.portal.models import Article, ArticleState
from nennep.portal.queries import posted_on


@office_todo
def articles_waiting(person: Person, unit: Unit, today: date) -> Iterator[Todo]:
    if not access.sits_on_committee(person, unit, today):
        return
    for article in Article.objects.of(unit).filter(state=ArticleState.WAITING).select_related("author"):
        yield Todo(
            gettext_lazy("bài chờ duyệt"),
            _("Duyệt bài “%(title)s”") % {"title": article.title},
            posted_on(article),
            str(article.author),
            article.get_absolute_url(),
            _("Xem bài"),
            word=_("chờ duyệt"),
        )
