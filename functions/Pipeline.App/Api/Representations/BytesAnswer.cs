namespace Pipeline.App.Api;

/// <summary>An answer that is sent once. Its length is known before it is sent, so HEAD has the same headers as GET, and what it costs can be counted.</summary>
/// <param name="Media">Its medium.</param>
/// <param name="Bytes">Its body.</param>
/// <param name="Status">Its status.</param>
internal sealed record BytesAnswer(MediaForm Media, byte[] Bytes, int Status = StatusCodes.Status200OK) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => Status;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = Media.ContentType;
        response.ContentLength = Bytes.Length;
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(Bytes, httpContext.RequestAborted).AsTask();
    }
}
