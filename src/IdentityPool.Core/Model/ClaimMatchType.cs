namespace IdentityPools;

/// <summary>How a rule compares a claim with its value.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html</remarks>
public enum ClaimMatchType
{
    /// <summary>The claim is the value.</summary>
    Equals,

    /// <summary>The claim contains the value.</summary>
    Contains,

    /// <summary>The claim begins with the value.</summary>
    StartsWith,

    /// <summary>The claim is there and is not the value.</summary>
    NotEqual,
}
