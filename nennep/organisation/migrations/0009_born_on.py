from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisation", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="born_on",
            field=models.DateField(blank=True, null=True, verbose_name="ngày sinh"),
        ),
    ]
