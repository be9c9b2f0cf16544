using IdentityPools.EngineHost;

return EngineArguments.TryParse(args) is { } arguments ? ScriptRunner.Run(arguments, ConsoleOutput.Create()) : EngineArguments.WriteUsage();
