from nennep.config.cli import main

main()
