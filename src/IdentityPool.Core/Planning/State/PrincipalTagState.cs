namespace IdentityPools.Planning;

/// <summary>Attributes for access control of one provider.</summary>
internal sealed record PrincipalTagState(bool UseDefaults, ValueMap<string> Tags)
{
    /// <summary>No session tags at all; AWS has no call that deletes the setting.</summary>
    public static readonly PrincipalTagState Off = new(false, ValueMap<string>.Empty);

    public bool IsOn => UseDefaults || Tags.Count > 0;

    public override string ToString() => UseDefaults ? "default tags" : Tags.ToString();
}
