import HeddleCommands

await HeddleCommand.run()
