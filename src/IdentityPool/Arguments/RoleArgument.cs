using IdentityPools.Model;

namespace IdentityPools.Arguments;

/// <summary>A role: a definition, an ARN, or a function that gives one.</summary>
public sealed class RoleArgument
{
    private readonly object? argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A definition, text or a hashtable.</param>
    public RoleArgument(object argument) => this.argument = PSValue.Unwrapped(argument);

    internal IdentityPoolRole Value(RoleAudience audience) =>
        argument switch
        {
            // An existing role has no audience of its own; where it is used decides.
            IdentityPoolRole { IsManaged: false } existing => existing.ForAudience(audience),
            IdentityPoolRole managed => managed,
            _ => IdentityPoolRole.Existing(WrittenArn.CheckEntity(TemplateValue.FromObject(argument)), audience),
        };

    /// <summary>The role; text that is no ARN is the name of a role of the pool to which it is said.</summary>
    internal IdentityPoolRole ValueOrName(RoleAudience audience) =>
        argument is not IdentityPoolRole && TemplateValue.FromObject(argument).Literal is { } text && !text.Contains(':', StringComparison.Ordinal)
            ? IdentityPoolRole.ByName(text, audience)
            : Value(audience);

    /// <inheritdoc/>
    public override string ToString() => argument?.ToString() ?? "";
}
