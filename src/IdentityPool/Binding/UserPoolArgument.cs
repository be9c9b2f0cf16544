using IdentityPools.Model;

namespace IdentityPools.Binding;

/// <summary>A user pool: a definition, an id, an ARN, a provider name, or a function that gives one.</summary>
public sealed class UserPoolArgument
{
    private readonly object? argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A definition, text or a hashtable.</param>
    public UserPoolArgument(object argument) => this.argument = PSValue.Unwrapped(argument);

    internal UserPool Value => argument as UserPool ?? WrittenUserPool.Check(TemplateValue.FromObject(argument));

    /// <inheritdoc/>
    public override string ToString() => argument?.ToString() ?? "";
}
