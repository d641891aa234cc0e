"""How documents are found: by number and symbol in any dress, by type, subject, issuer, signatory and date."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from nennep.documents.citations.vocabulary import NAMED
from nennep.documents.models import Document, DocumentFile, DocumentType
from nennep.search.declaring import Found, Keys, Searchable, searchable
from nennep.search.models import Audience


def documents(records: QuerySet[Document]) -> Iterator[Found]:
    for document in records.prefetch_related("document_files__file"):
        kind = str(document.get_type_display())
        texts = [row.file.text for row in document.document_files.all()]
        yield Found(
            record=document.pk,
            title=f"{document.citation} {document.subject}",
            text=". ".join(
                part for part in (document.issuer, document.signatory, document.congress_term, *texts) if part
            ),
            url=document.get_absolute_url(),
            audience=Audience.UNIT,
            unit=document.register_id,
            day=document.issued_on,
            type=document.type,
            number=document.number,
            names=f"{document.citation} {document.issuer} {' '.join(NAMED[kind].symbols)} {document.congress_term}",
        )


def with_files(files: Keys) -> QuerySet[Document]:
    return Document.objects.filter(document_files__in=files)


searchable(
    Searchable(
        number=2,
        slug="van-ban",
        label=_("Văn bản"),
        model=Document,
        read=documents,
        types=DocumentType.choices,
        touched_by={DocumentFile: with_files},
    )
)
