using IdentityPools.HelpBuilder;

return HelpFiles.Build(args, Console.Error);
