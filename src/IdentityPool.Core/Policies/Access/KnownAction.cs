namespace IdentityPools.Policies;

/// <summary>An action of the catalogue.</summary>
/// <param name="Name">The action, with its service: <c>s3:GetObject</c>; <c>*</c> stands for any text.</param>
/// <param name="Service">The service.</param>
/// <param name="Access">The access that it belongs to.</param>
internal sealed record KnownAction(string Name, AwsService Service, AccessLevel Access)
{
    /// <summary>The service as actions name it, with the colon.</summary>
    public string Prefix => Name[..(Name.IndexOf(':', StringComparison.Ordinal) + 1)];
}
