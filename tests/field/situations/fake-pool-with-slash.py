"""A minimal endpoint that answers as AWS would for one pool whose OIDC provider's ARN ends with a slash. Prints its port."""
import json, http.server
PID = "eu-west-1:11111111-2222-3333-4444-555555555555"
POOL = {"IdentityPoolId": PID, "IdentityPoolName": "auth0", "AllowUnauthenticatedIdentities": False,
        "OpenIdConnectProviderARNs": ["arn:aws:iam::123456789012:oidc-provider/tenant.auth0.example/"], "IdentityPoolTags": {}}
class H(http.server.BaseHTTPRequestHandler):
    def log_message(self, *a): pass
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        op = (self.headers.get("X-Amz-Target") or "").split(".")[-1]
        if op:
            out = {"ListIdentityPools": {"IdentityPools": [{"IdentityPoolId": PID, "IdentityPoolName": "auth0"}]},
                   "DescribeIdentityPool": POOL, "GetIdentityPoolRoles": {"IdentityPoolId": PID, "Roles": {}},
                   "GetPrincipalTagAttributeMap": {"IdentityPoolId": PID, "IdentityProviderName": json.loads(body).get("IdentityProviderName"), "UseDefaults": False, "PrincipalTags": {}}}.get(op, {})
            data, kind = json.dumps(out).encode(), "application/x-amz-json-1.1"
        elif "Action=ListRoles" in body:
            data, kind = b'<ListRolesResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListRolesResult><Roles/><IsTruncated>false</IsTruncated></ListRolesResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></ListRolesResponse>', "text/xml"
        else:
            data, kind = b'<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/u</Arn><UserId>U</UserId><Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>', "text/xml"
        self.send_response(200); self.send_header("Content-Type", kind); self.send_header("Content-Length", str(len(data))); self.end_headers(); self.wfile.write(data)
s = http.server.HTTPServer(("127.0.0.1", 5978), H); print(s.server_port, flush=True); s.serve_forever()
