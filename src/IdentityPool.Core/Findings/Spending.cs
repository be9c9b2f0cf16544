using IdentityPools.Policies;
using IdentityPools.Values;

namespace IdentityPools.Findings;

/// <summary>Actions that cost the account money each time, whoever calls them: mail, text messages, speech, models.</summary>
internal static class Spending
{
    private const string Publish = "sns:Publish";

    /// <summary>The actions, by what they are for.</summary>
    /// <remarks>https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html</remarks>
    private static readonly (string For, string[] Actions)[] Kinds =
    [
        (
            nameof(Messages.SpendingMail),
            [
                "ses:SendBulkEmail",
                "ses:SendBulkTemplatedEmail",
                "ses:SendCustomVerificationEmail",
                "ses:SendEmail",
                "ses:SendRawEmail",
                "ses:SendTemplatedEmail",
            ]
        ),
        (
            nameof(Messages.SpendingMessages),
            [
                Publish,
                "mobiletargeting:SendMessages",
                "mobiletargeting:SendOTPMessage",
                "mobiletargeting:SendUsersMessages",
                "sms-voice:SendMediaMessage",
                "sms-voice:SendTextMessage",
                "sms-voice:SendVoiceMessage",
            ]
        ),
        (
            nameof(Messages.SpendingSpeech),
            [
                "polly:StartSpeechSynthesisTask",
                "polly:SynthesizeSpeech",
                "transcribe:StartCallAnalyticsStreamTranscription",
                "transcribe:StartMedicalStreamTranscription",
                "transcribe:StartMedicalTranscriptionJob",
                "transcribe:StartStreamTranscription",
                "transcribe:StartStreamTranscriptionWebSocket",
                "transcribe:StartTranscriptionJob",
                "translate:TranslateDocument",
                "translate:TranslateText",
            ]
        ),
        (
            nameof(Messages.SpendingModels),
            [
                "bedrock-agentcore:InvokeAgentRuntime",
                "bedrock:InvokeAgent",
                "bedrock:InvokeFlow",
                "bedrock:InvokeInlineAgent",
                "bedrock:InvokeModel",
                "bedrock:InvokeModelWithResponseStream",
                "bedrock:RetrieveAndGenerate",
                "codewhisperer:GenerateRecommendations",
                "comprehend:BatchDetectSentiment",
                "comprehend:ClassifyDocument",
                "comprehend:DetectEntities",
                "comprehend:DetectKeyPhrases",
                "comprehend:DetectSentiment",
                "lex:PostContent",
                "lex:PostText",
                "lex:RecognizeText",
                "lex:RecognizeUtterance",
                "lex:StartConversation",
                "rekognition:CompareFaces",
                "rekognition:DetectFaces",
                "rekognition:DetectLabels",
                "rekognition:DetectModerationLabels",
                "rekognition:DetectText",
                "rekognition:RecognizeCelebrities",
                "rekognition:SearchFacesByImage",
                "sagemaker:InvokeEndpoint",
                "textract:AnalyzeDocument",
                "textract:DetectDocumentText",
            ]
        ),
    ];

    /// <summary>
    /// What guests can spend on, one entry for each policy and kind. In the enhanced flow that is what their session policies let through. All of a service is
    /// found elsewhere; publishing to a topic that is named sends what its subscribers asked for, publishing to anything sends text messages to anyone.
    /// </summary>
    public static IEnumerable<(string For, string Actions, string Policy)> Of(IdentityPool pool, ExaminedRole role) =>
        from grant in role.Grants
        where grant is { IsOfWholeService: false, IsPerIdentity: false, IsByTag: false }
        let kind = Array.Find(Kinds, known => Array.Exists(known.Actions, action => IsSpent(pool, grant, action)))
        where kind.For is not null
        group grant.Action by (grant.Policy, kind.For) into entry
        select (MessageText.Format(entry.Key.For), string.Join(", ", entry.Distinct(StringComparer.OrdinalIgnoreCase)), entry.Key.Policy);

    private static bool IsSpent(IdentityPool pool, Grant grant, string action) =>
        grant.Allows(action) && (action != Publish || grant.IsOnEverything) && (pool.MayHaveClassicFlow || GuestSessionPolicies.Reach(action));
}
