namespace IdentityPools.Sandbox.Iam;

/// <summary>A managed policy of the account.</summary>
internal sealed class IamPolicy
{
    public required string Path { get; init; }

    public required string Name { get; init; }

    public required string Id { get; init; }

    public required string Arn { get; init; }

    public required DateTimeOffset CreateDate { get; init; }

    public required string Document { get; init; }

    public string? Description { get; init; }

    public IamTags Tags { get; } = new();
}
