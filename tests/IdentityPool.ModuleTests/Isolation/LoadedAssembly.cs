namespace IdentityPools.ModuleTests.Isolation;

/// <summary>An assembly of a session.</summary>
internal sealed record LoadedAssembly(string Context, string Name, Version Version, string Path)
{
    public static LoadedAssembly Parse(string line) =>
        line.Split('|') is [_, var context, var name, var version, var path]
            ? new(context, name, Version.Parse(version), path)
            : throw new FormatException($"No assembly: {line}");

    public override string ToString() => $"{Context}: {Name} {Version}";
}
