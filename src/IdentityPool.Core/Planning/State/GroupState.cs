namespace IdentityPools.Planning;

/// <summary>A group of a user pool as CreateGroup, ListGroups and UpdateGroup know it.</summary>
/// <param name="UserPoolId">The user pool; pending before it exists.</param>
/// <param name="Name">The name.</param>
internal sealed record GroupState(string UserPoolId, string Name)
{
    public string? RoleArn { get; init; }

    public int? Precedence { get; init; }

    public string? Description { get; init; }

    /// <summary>What tells it from others.</summary>
    public string Key => $"{UserPoolId}/{Name}";

    public GroupState Map(Func<string, string> map) =>
        this with
        {
            UserPoolId = map(UserPoolId),
            RoleArn = RoleArn is null ? null : map(RoleArn),
            Description = Description is null ? null : map(Description),
        };

    public override string ToString() => RoleArn is null ? Messages.GroupWithoutRole : Pending.Readable(RoleArn);
}
