namespace IdentityPools.Access;

/// <summary>What reading and writing mean for a service.</summary>
/// <param name="ArnService">The service in an ARN.</param>
/// <param name="Example">An ARN of the resource that the user names.</param>
/// <param name="Source">Where AWS lists the actions.</param>
internal sealed record ServiceAccess(string ArnService, string Example, string Source)
{
    public required ValueList<AccessGrant> Read { get; init; }

    public required ValueList<AccessGrant> Write { get; init; }

    /// <summary>The same where each identity reaches only what is its own; empty where the service knows no such thing.</summary>
    public ValueList<AccessGrant> ReadPerIdentity { get; init; } = [];

    public ValueList<AccessGrant> WritePerIdentity { get; init; } = [];

    /// <summary>Whether the parts of the ARN are needed, so that a function cannot stand for it.</summary>
    public bool NeedsLiteral { get; init; }

    public bool HasIdentityScope => ReadPerIdentity.Count > 0;

    public ValueList<AccessGrant> Grants(AccessLevel access, bool perIdentity)
    {
        var (read, write) = perIdentity ? (ReadPerIdentity, WritePerIdentity) : (Read, Write);
        return access switch
        {
            AccessLevel.Read => read,
            AccessLevel.Write => write,
            _ => [.. read, .. write],
        };
    }
}
