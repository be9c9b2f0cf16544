namespace IdentityPools.Policies;

/// <summary>Functions, models and monitors.</summary>
internal static class ComputeAccess
{
    /// <summary>Functions with their versions and aliases, or one of these: writing is to invoke.</summary>
    /// <remarks>Reading leaves out the configuration, because environment variables are part of it.</remarks>
    public static ServiceAccess Lambda(string source)
    {
        return new("lambda", "arn:aws:lambda:eu-west-1:123456789012:function:checkout", source)
        {
            Kinds = ["function:"],
            Read = [new("lambda:GetAlias", "lambda:GetFunctionUrlConfig", "lambda:ListAliases") { On = WithVersions }],
            Write = [new("lambda:InvokeFunction") { On = WithVersions }],
        };

        static IEnumerable<ResourceName> WithVersions(ResourceName function) =>
            function.IsEverything || function.Cut(":function:").After?.Cut(":").After is not null ? [function] : [function, function + ":*"];
    }

    /// <summary>Models and inference profiles: writing is to invoke, which through a profile needs the models behind it, too.</summary>
    /// <remarks>https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html</remarks>
    public static ServiceAccess Bedrock(string source) =>
        new("bedrock", "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0", source)
        {
            Read = [new("bedrock:GetFoundationModel", "bedrock:GetInferenceProfile")],
            Write = [new("bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream")],
        };

    public static ServiceAccess Rum(string source) =>
        new("rum", "arn:aws:rum:eu-west-1:123456789012:appmonitor/shop", source)
        {
            Kinds = ["appmonitor/"],
            Read = [new("rum:GetAppMonitor", "rum:GetAppMonitorData")],
            Write = [new("rum:PutRumEvents")],
        };
}
