namespace IdentityPools.Policies;

/// <summary>What IAM says about a document that it cannot read. The sentences differ between trust policies and policies that grant.</summary>
/// <param name="InvalidJson">For text that is no JSON.</param>
/// <param name="Missing">For an element that has to be there.</param>
/// <param name="Prohibited">For an element that must not be there.</param>
internal sealed record PolicySyntax(string InvalidJson, Func<string, string> Missing, Func<string, string> Prohibited)
{
    /// <summary>The sentence for everything that is JSON and still no policy.</summary>
    public const string Errors = "Syntax errors in policy.";

    public static readonly PolicySyntax Trust = new(
        "This policy contains invalid Json",
        element => $"Missing required field {element}",
        element => $"Has prohibited field {element}"
    );

    public static readonly PolicySyntax Permissions = new(Errors, MissingInPermissions, _ => Errors);

    private static string MissingInPermissions(string element) =>
        element switch
        {
            "Action" => "Policy statement must contain actions.",
            "Resource" => "Policy statement must contain resources.",
            _ => Errors,
        };
}
