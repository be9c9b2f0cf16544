using IdentityPools.Policies;

namespace IdentityPools.Findings;

/// <summary>The services that Cognito lets guests reach in the enhanced flow, whatever their role allows.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html, as of early 2023</remarks>
internal static class GuestServices
{
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "appsync",
        "cloudwatch",
        "codewhisperer",
        "cognito-identity",
        "cognito-idp",
        "cognito-sync",
        "comprehend",
        "dynamodb",
        "execute-api",
        "firehose",
        "gamelift",
        "geo",
        "iot",
        "kinesisanalytics",
        "lambda",
        "lex",
        "logs",
        "machinelearning",
        "mobileanalytics",
        "personalize",
        "polly",
        "rekognition",
        "rum",
        "s3",
        "sdb",
        "ses",
        "sns",
        "sqs",
        "sumerian",
        "transcribe",
        "translate",
    };

    /// <summary>Of these services only some actions.</summary>
    private static readonly string[] Actions =
    [
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
        "sagemaker:InvokeEndpoint",
        "textract:AnalyzeDocument",
        "textract:DetectDocumentText",
    ];

    /// <summary>What a role for guests allows in vain, one entry for each policy.</summary>
    public static IEnumerable<(string Actions, string Policy)> Inert(ExaminedRole role) =>
        from grant in role.Grants
        where grant.Action != "*" && DocumentText.IsKnown(grant.Action) && !Whole.Contains(grant.Service) && !Array.Exists(Actions, grant.Allows)
        group grant.Action by grant.Policy into policy
        select (string.Join(", ", policy.Distinct(StringComparer.OrdinalIgnoreCase)), policy.Key);
}
