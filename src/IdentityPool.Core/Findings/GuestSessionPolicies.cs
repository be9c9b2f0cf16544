using IdentityPools.Policies;

namespace IdentityPools.Findings;

/// <summary>A session policy that Cognito puts on guests in the enhanced flow, as its source had it on a day.</summary>
/// <param name="Name">What the policy is called.</param>
/// <param name="Version">The version, and since when it is the one in force.</param>
/// <param name="Source">The page of AWS that lists it.</param>
/// <param name="Actions">What it allows, on every resource.</param>
internal sealed record GuestSessionPolicy(string Name, string Version, Uri Source, IReadOnlyList<string> Actions);

/// <summary>
/// What guests may do at most in the enhanced flow: what their role allows and one of two session policies allows too. Session policies of one call add up,
/// so that an action needs to be on one of the lists only.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session</remarks>
internal static class GuestSessionPolicies
{
    /// <summary>The inline session policy, which has no version of its own.</summary>
    public static readonly GuestSessionPolicy Inline = new(
        "inline session policy",
        "as documented in November 2026",
        FindingRule.Guide("iam-roles.html"),
        [
            "appsync:*",
            "cloudwatch:*",
            "codewhisperer:*",
            "cognito-identity:*",
            "cognito-idp:*",
            "cognito-sync:*",
            "comprehend:*",
            "dynamodb:*",
            "execute-api:*",
            "firehose:*",
            "gamelift:*",
            "iot:*",
            "kinesis:*",
            "lambda:*",
            "lex:*",
            "logs:*",
            "machinelearning:*",
            "mobileanalytics:*",
            "mobiletargeting:*",
            "personalize:*",
            "polly:*",
            "rekognition:*",
            "s3:*",
            "sagemaker:InvokeEndpoint",
            "sdb:*",
            "ses:*",
            "sns:*",
            "sqs:*",
            "textract:AnalyzeDocument",
            "textract:DetectDocumentText",
            "transcribe:*",
            "translate:*",
        ]
    );

    /// <summary>The managed session policy. Version 4 added <c>geo:ListMaps</c> to version 3 of 1 November 2024.</summary>
    public static readonly GuestSessionPolicy Managed = new(
        "AmazonCognitoUnAuthedIdentitiesSessionPolicy",
        "version 4 of 1 May 2026",
        new("https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonCognitoUnAuthedIdentitiesSessionPolicy.html"),
        [
            "comprehend:*",
            "firehose:*",
            "geo:*DevicePosition*",
            "geo:*Geofence",
            "geo:*Geofences",
            "geo:CalculateRoute*",
            "geo:GetMap*",
            "geo:GetPlace",
            "geo:ListMaps",
            "geo:SearchPlaceIndex*",
            "kms:Decrypt",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:GenerateDataKeyPair",
            "kms:GenerateDataKeyPairWithoutPlaintext",
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo",
            "mobiletargeting:*",
            "personalize:*",
            "polly:*",
            "rekognition:*",
            "rum:PutRumEvents",
            "sagemaker:InvokeEndpoint",
            "transcribe:*",
            "translate:*",
        ]
    );

    public static readonly IReadOnlyList<GuestSessionPolicy> All = [Inline, Managed];

    /// <summary>Whether guests have some action of a pattern in the enhanced flow, if their role allows it.</summary>
    public static bool Reach(string action) => All.Any(policy => policy.Actions.Any(allowed => Wildcard.Overlaps(allowed, action, ignoreCase: true)));

    /// <summary>What a role for guests allows in vain, one entry for each policy.</summary>
    public static IEnumerable<(string Actions, string Policy)> Inert(ExaminedRole role) =>
        from grant in role.Grants
        where grant.Action != "*" && DocumentText.IsKnown(grant.Action) && !Reach(grant.Action)
        group grant.Action by grant.Policy into policy
        select (string.Join(", ", policy.Distinct(StringComparer.OrdinalIgnoreCase)), policy.Key);
}
