using IdentityPools.Packager;

return Packaging.Run(args, Console.Out, Console.Error);
