namespace IdentityPools.Policies;

/// <summary>What a role goes on allowing after some actions were taken out of its statements: a pattern is not split, and may allow them still.</summary>
internal static class RemainingAccess
{
    /// <summary>The statements that allow one of the actions on one of the resources. What only deployment tells counts as if it did.</summary>
    /// <param name="role">The role.</param>
    /// <param name="actions">The actions.</param>
    /// <param name="resources">The resources; null for all.</param>
    public static IEnumerable<PolicyStatement> Find(
        IdentityPoolRole role,
        IReadOnlyCollection<TemplateValue> actions,
        IReadOnlyCollection<TemplateValue>? resources
    ) =>
        role.Statements.Where(statement =>
            statement.Effect == PolicyEffect.Allow
            && (statement.TypedActions.Count == 0 ? !AreExcluded(statement, actions) : AnyOverlaps(statement.TypedActions, actions, ignoreCase: true))
            && (resources is null || statement.TypedResources.Count == 0 || AnyOverlaps(statement.TypedResources, resources, ignoreCase: false))
        );

    private static bool AreExcluded(PolicyStatement statement, IReadOnlyCollection<TemplateValue> actions) =>
        actions.All(action =>
            action.Literal is { } text
            && statement.TypedNotActions.Any(pattern => pattern.Literal is { } known && Wildcard.Matches(known, text, ignoreCase: true))
        );

    private static bool AnyOverlaps(IEnumerable<TemplateValue> patterns, IReadOnlyCollection<TemplateValue> values, bool ignoreCase) =>
        patterns.Any(pattern =>
            values.Any(value => pattern.Literal is not { } known || value.Literal is not { } text || Wildcard.Overlaps(known, text, ignoreCase))
        );
}
