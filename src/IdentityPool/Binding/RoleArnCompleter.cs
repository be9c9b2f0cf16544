namespace IdentityPools.Binding;

/// <summary>Completes roles that exist by their ARN.</summary>
public sealed class RoleArnCompleter : PartCompleter<IdentityPoolRole>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        line.Arguments.Texts("Id").Any(id => id != pool.Id)
            ? []
            : pool
                .Roles.Where(role => role.Arn?.Literal is not null)
                .Select(role => Suggestion.Of(role.Arn!.Literal!, nameof(Messages.CompletedRoleArn), pool, role.For));
}
