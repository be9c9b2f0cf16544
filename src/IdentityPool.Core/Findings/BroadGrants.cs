using IdentityPools.Policies;

namespace IdentityPools.Findings;

/// <summary>Managed policies of AWS whose names say how much they grant.</summary>
/// <remarks>https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html</remarks>
internal static class BroadPolicies
{
    private static readonly string[] Administration = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"];

    /// <summary>Whether it lets its holder do everything, or give itself everything.</summary>
    public static bool IsAdministration(TemplateValue arn) => IsOfAws(arn) && Administration.Contains(NameOf(arn));

    /// <summary>Whether it is all of a service, or of what a tool deploys.</summary>
    public static bool IsFullAccess(TemplateValue arn) =>
        IsOfAws(arn)
        && !IsAdministration(arn)
        && (NameOf(arn).EndsWith("FullAccess", StringComparison.Ordinal) || NameOf(arn).StartsWith("AdministratorAccess-", StringComparison.Ordinal));

    /// <summary>Names of policies that others made say nothing.</summary>
    private static bool IsOfAws(TemplateValue arn) => PartName.Get(arn).Contains(":iam::aws:policy/", StringComparison.Ordinal);

    private static string NameOf(TemplateValue arn) => PartName.Get(arn) is var text ? text[(text.LastIndexOf('/') + 1)..] : "";
}

/// <summary>Grants of everything in a service.</summary>
internal static class WildcardActions
{
    /// <summary>Services whose administration is a finding of its own.</summary>
    private static readonly string[] Others = ["iam", "sts", "cognito-identity", "cognito-idp"];

    /// <summary>Services that the console puts into the roles it creates, whether the app uses them or not.</summary>
    /// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html</remarks>
    private static readonly string[] OfConsole = ["cognito-sync", "mobileanalytics"];

    public static IEnumerable<Grant> Find(ExaminedRole role) => All(role).Where(grant => !OfConsole.Contains(grant.Service));

    /// <summary>What the console grants with every role.</summary>
    public static IEnumerable<Grant> FindOfConsole(ExaminedRole role) => All(role).Where(grant => OfConsole.Contains(grant.Service));

    private static IEnumerable<Grant> All(ExaminedRole role) =>
        role
            .Grants.Where(grant => IsWildcard(grant) && !grant.IsPerIdentity && !Others.Contains(grant.Service))
            .DistinctBy(grant => (grant.Policy, grant.Action));

    /// <summary>Everything in a service, or everything on some resources; everything on all of them is administration.</summary>
    private static bool IsWildcard(Grant grant) =>
        grant.Action == "*" ? !(grant.IsOnEverything && grant.Statement.Conditions.Count == 0) : grant.IsOfWholeService;
}

/// <summary>Statements on every resource whose actions can be granted on single ones.</summary>
internal static class WildcardResources
{
    /// <summary>Services whose data are in resources that a policy can name, with the actions that take none.</summary>
    /// <remarks>https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html</remarks>
    private static readonly Dictionary<string, string[]> Services = new(StringComparer.Ordinal)
    {
        ["aoss"] = ["BatchGetCollection", "ListCollections"],
        ["appsync"] = ["ListGraphqlApis"],
        ["dynamodb"] = ["DescribeEndpoints", "DescribeLimits", "ListBackups", "ListExports", "ListGlobalTables", "ListImports", "ListStreams", "ListTables"],
        ["es"] = ["ListDomainNames", "DescribeElasticsearchDomains", "DescribeDomains"],
        ["execute-api"] = [],
        ["firehose"] = ["ListDeliveryStreams"],
        ["iot"] = ["DescribeEndpoint", "AttachPolicy", "AttachPrincipalPolicy"],
        ["kinesis"] = ["ListStreams", "ListShards", "DescribeLimits", "ListStreamConsumers"],
        ["kms"] = ["ListKeys", "ListAliases", "GenerateRandom", "CreateKey"],
        ["lambda"] = ["ListFunctions", "ListLayers", "GetAccountSettings"],
        ["s3"] = ["ListAllMyBuckets", "GetAccountPublicAccessBlock", "ListJobs", "HeadBucket"],
        ["secretsmanager"] = ["ListSecrets", "GetRandomPassword", "BatchGetSecretValue"],
        ["sqs"] = ["ListQueues"],
        ["ssm"] = ["DescribeParameters"],
        ["states"] = ["ListStateMachines", "ListActivities"],
    };

    /// <summary>Actions of other services that send, run or spend, and can be granted on single resources.</summary>
    private static readonly string[] Acting =
    [
        "athena:StartQueryExecution",
        "batch:SubmitJob",
        "bedrock-agentcore:ConnectBrowserAutomationStream",
        "bedrock-agentcore:InvokeAgentRuntime",
        "bedrock-agentcore:InvokeAgentRuntimeCommand",
        "bedrock-agentcore:InvokeAgentRuntimeForUser",
        "bedrock-agentcore:InvokeAgentRuntimeWithWebSocketStream",
        "bedrock-agentcore:InvokeCodeInterpreter",
        "bedrock-agentcore:InvokeGateway",
        "bedrock-agentcore:RetrieveMemoryRecords",
        "bedrock-agentcore:StartBrowserSession",
        "bedrock-agentcore:StartCodeInterpreterSession",
        "bedrock:ApplyGuardrail",
        "bedrock:InvokeAgent",
        "bedrock:InvokeFlow",
        "bedrock:InvokeModel",
        "bedrock:InvokeModelWithResponseStream",
        "bedrock:Retrieve",
        "codebuild:StartBuild",
        "connect:StartOutboundVoiceContact",
        "ecs:RunTask",
        "events:PutEvents",
        "glue:StartJobRun",
        "lex:PostContent",
        "lex:PostText",
        "lex:RecognizeText",
        "lex:RecognizeUtterance",
        "lex:StartConversation",
        "logs:CreateLogStream",
        "logs:FilterLogEvents",
        "logs:GetLogEvents",
        "logs:PutLogEvents",
        "logs:StartLiveTail",
        "logs:StartQuery",
        "mobiletargeting:SendMessages",
        "mobiletargeting:SendOTPMessage",
        "mobiletargeting:SendUsersMessages",
        "sagemaker:InvokeEndpoint",
        "sagemaker:InvokeEndpointAsync",
        "sagemaker:InvokeEndpointWithResponseStream",
        "ses:SendBulkEmail",
        "ses:SendBulkTemplatedEmail",
        "ses:SendCustomVerificationEmail",
        "ses:SendEmail",
        "ses:SendRawEmail",
        "ses:SendTemplatedEmail",
        "sms-voice:SendMediaMessage",
        "sms-voice:SendTextMessage",
        "sms-voice:SendVoiceMessage",
        "sns:Publish",
        "sns:Subscribe",
    ];

    /// <summary>The actions on everything, statement by statement.</summary>
    public static IEnumerable<(string Policy, IReadOnlyList<string> Actions)> Of(ExaminedRole role) =>
        from grant in role.Grants
        where grant is { IsOnEverything: true, IsPerIdentity: false, IsByTag: false } && CanBeNarrowed(grant)
        group grant by (grant.Policy, grant.Statement) into statement
        select (statement.Key.Policy, (IReadOnlyList<string>)[.. statement.Select(grant => grant.Action).Distinct(StringComparer.OrdinalIgnoreCase)]);

    private static bool CanBeNarrowed(Grant grant) =>
        !IsNarrowed(grant)
        && (
            Services.TryGetValue(grant.Service, out var broad)
                ? !broad.Contains(grant.Operation, StringComparer.OrdinalIgnoreCase)
                : grant.Action != "*" && Array.Exists(Acting, grant.Allows)
        );

    /// <summary>Conditions on what is reached narrow it as a resource would; a condition on who asks, or from where, does not.</summary>
    private static bool IsNarrowed(Grant grant) =>
        grant.Statement.Resources is null
        || grant.Statement.Conditions.Any(condition =>
            condition.Key.StartsWith("aws:ResourceTag/", StringComparison.OrdinalIgnoreCase)
            || condition.Key.Equals("aws:ResourceAccount", StringComparison.OrdinalIgnoreCase)
            || condition.Key.StartsWith(grant.Service + ":", StringComparison.OrdinalIgnoreCase)
        );
}
