using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.UnitTests.Properties;

/// <summary>A definition as the steps that build it. Free steps may come in any order; grants follow, since a role has to be there to be granted to.</summary>
public sealed class Definition
{
    internal IdentityPoolSettings Settings { get; init; } = new();

    internal IReadOnlyList<Func<IdentityPool, IdentityPool>> Steps { get; init; } = [];

    /// <summary>The last of the free steps, which add groups of user pools.</summary>
    internal int GroupSteps { get; init; }

    internal IReadOnlyList<Func<IdentityPool, IdentityPool>> Grants { get; init; } = [];

    internal Definition WithoutGroups() =>
        new()
        {
            Settings = Settings,
            Steps = [.. Steps.SkipLast(GroupSteps)],
            Grants = Grants,
        };

    internal IdentityPool Build() => Build(Steps);

    internal IdentityPool Build(IEnumerable<Func<IdentityPool, IdentityPool>> steps) => Build(Settings, steps);

    internal IdentityPool Build(string logicalId) => Build(Settings with { LogicalId = logicalId }, Steps);

    /// <summary>What FsCheck shows of a case that fails.</summary>
    /// <returns>The template.</returns>
    public override string ToString() => System.Text.Encoding.UTF8.GetString(Template.TemplateFiles.Single([Build()], new(), new JsonTemplateText()).Span);

    private IdentityPool Build(IdentityPoolSettings settings, IEnumerable<Func<IdentityPool, IdentityPool>> steps) =>
        steps.Concat(Grants).Aggregate(IdentityPool.Create(settings), (pool, step) => step(pool));
}
