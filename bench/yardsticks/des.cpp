// C++17 reference limit for M1, M2, and the hold model. g++ -O3 -march=native -std=c++17
#include <cstdio>
#include <cstdlib>
#include <cstdint>
#include <cstring>
#include <cmath>
#include <vector>
#include <string>
#include <chrono>
#include <algorithm>
#include <sys/resource.h>
using u32=uint32_t; using u64=uint64_t;
static double cpuNow(){ rusage r; getrusage(RUSAGE_SELF,&r); return r.ru_utime.tv_sec+r.ru_utime.tv_usec*1e-6+r.ru_stime.tv_sec+r.ru_stime.tv_usec*1e-6; }
static double rssMB(){ rusage r; getrusage(RUSAGE_SELF,&r); return r.ru_maxrss/1024.0; }
static double wallNow(){ return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }
static u64 splitmix(u64&x){ u64 z=(x+=0x9e3779b97f4a7c15ull); z=(z^(z>>30))*0xbf58476d1ce4e5b9ull; z=(z^(z>>27))*0x94d049bb133111ebull; return z^(z>>31);}
struct Rng{ u64 s[4];
  explicit Rng(u64 seed){ for(auto&v:s) v=splitmix(seed);}
  static inline u64 rotl(u64 x,int k){return (x<<k)|(x>>(64-k));}
  inline u64 next(){ u64 r=rotl(s[0]+s[3],23)+s[0],t=s[1]<<17; s[2]^=s[0]; s[3]^=s[1]; s[1]^=s[2]; s[0]^=s[3]; s[2]^=t; s[3]=rotl(s[3],45); return r;}
  inline double u01(){ return ((next()>>11)+0.5)*0x1p-53; } };
// ziggurat tables, 256 layers (areas by bisection-free known constants)
static double xe[257],fe[257],xn[257],fn[257];
static void zig(){
  const double re=7.69711747013104972, ve=0.0039496598225815571993;
  xe[0]=ve/std::exp(-re); xe[1]=re; for(int i=2;i<256;i++) xe[i]=-std::log(ve/xe[i-1]+std::exp(-xe[i-1])); xe[256]=0;
  for(int i=0;i<257;i++) fe[i]=std::exp(-xe[i]);
  const double rn=3.6541528853610088, vn=0.00492867323399;
  xn[0]=vn/std::exp(-.5*rn*rn); xn[1]=rn; for(int i=2;i<256;i++) xn[i]=std::sqrt(-2*std::log(vn/xn[i-1]+std::exp(-.5*xn[i-1]*xn[i-1]))); xn[256]=0;
  for(int i=0;i<257;i++) fn[i]=std::exp(-.5*xn[i]*xn[i]);
}
static inline double rexp(Rng&r){ double off=0; for(;;){ u64 b=r.next(); int i=b&255; double x=(b>>11)*0x1p-53*xe[i];
    if(__builtin_expect(x<xe[i+1],1)) return off+x;
    if(i==0){ off+=xe[1]; continue; }
    if(fe[i]+(fe[i+1]-fe[i])*r.u01()<std::exp(-x)) return off+x; } }
static inline double sgn(double x,u64 s){ u64 b; std::memcpy(&b,&x,8); b|=s; std::memcpy(&x,&b,8); return x; }
static inline double rnorm(Rng&r){ for(;;){ u64 b=r.next(); int i=b&255; double x=(b>>11)*0x1p-53*xn[i]; u64 sg=(b&256)<<55;
    if(__builtin_expect(x<xn[i+1],1)) return sgn(x,sg);
    if(i==0){ double a,c; do{ a=-std::log(r.u01())/xn[1]; c=-std::log(r.u01()); }while(c+c<a*a); x=xn[1]+a; return sgn(x,sg); }
    if(fn[i]+(fn[i+1]-fn[i])*r.u01()<std::exp(-.5*x*x)) return sgn(x,sg); } }

struct Node{ double t; u32 seq; u32 id; };
// heap entry packed in 128 bits: high word = bits of t (t >= 0, so the order of bits is the order of times), low word = seq<<32 | id; one branch-free compare
using K=unsigned __int128;
static inline K mk(double t,u32 seq,u32 id){ u64 b; std::memcpy(&b,&t,8); return (K)b<<64|(u64)seq<<32|id; }
static inline u32 kid(K k){ return (u32)k; } static inline double kt(K k){ u64 b=(u64)(k>>64); double t; std::memcpy(&t,&b,8); return t; }
template<int D,bool IDX=true> struct Heap{ // D-ary; IDX: position index for cancel
  std::vector<K> h; std::vector<int> pos; u32 n=0,seq=0; bool hole=false; // hole: the root was popped and is filled by the next push (replace-top) or pop
  void reserve(size_t cap,size_t ids){ h.resize(cap+D); if(IDX) pos.assign(ids,-1); }
  inline void set(u32 i,K x){ h[i]=x; if(IDX) pos[kid(x)]=i; }
  inline void up(u32 i,K x){ while(i){ u32 p=(i-1)/D; if(!(x<h[p])) break; set(i,h[p]); i=p; } set(i,x); }
  inline void down(u32 i,K x){ for(;;){ u32 c=i*D+1; if(c>=n) break; u32 m=c; K b=h[c];
      if(D==4&&c+4<=n){ K x1=h[c+1],x2=h[c+2],x3=h[c+3]; bool q=x1<b; b=q?x1:b; m=q?c+1:m; bool q2=x3<x2; K y=q2?x3:x2; u32 my=q2?c+3:c+2; bool q3=y<b; b=q3?y:b; m=q3?my:m; }
      else { u32 e=c+D<n?c+D:n; for(u32 k=c+1;k<e;k++){ K y=h[k]; bool q=y<b; b=q?y:b; m=q?k:m; } }
      if(!(b<x)) break; set(i,b); i=m; } set(i,x); }
  inline void push(double t,u32 id){ if(hole){ hole=false; down(0,mk(t,seq++,id)); return; } if(n+D>=h.size()) h.resize(h.size()*2); up(n++,mk(t,seq++,id)); }
  inline double peek(){ if(hole) fill(); return kt(h[0]); }
  inline void fill(){ hole=false; K x=h[--n]; if(n) down(0,x); }
  inline Node pop(){ if(hole) fill(); K r=h[0]; if(IDX) pos[kid(r)]=-1; hole=true; return Node{kt(r),0,kid(r)}; }
  inline void cancel(u32 id){ int i=pos[id]; if(i<0) return; pos[id]=-1; K x=h[--n]; if((u32)i==n) return; if(x<h[(i-1)/D]) up(i,x); else down(i,x); }
  inline bool empty(){ if(hole&&n==1){hole=false;n=0;} return n==0;} inline void ensure(u32 id){ if(IDX&&id>=pos.size()) pos.resize(std::max<size_t>(id+1,pos.size()*2),-1);} };
// calendar queue, sorted bucket lists, O(1) cancel by doubly linked nodes indexed by id
struct Calendar{
  std::vector<double> t; std::vector<u32> sq; std::vector<int> nx,pv; std::vector<int> head; u32 n=0,seq=0,mask=1; double w=1,iw=1; int64_t cur=0; 
  void reserve(size_t,size_t ids){ t.assign(ids,0); sq.assign(ids,0); nx.assign(ids,-1); pv.assign(ids,-2); head.assign(2,-1); mask=1; }
  void ensure(u32 id){ if(id>=t.size()){ size_t s=std::max<size_t>(id+1,t.size()*2); t.resize(s); sq.resize(s); nx.resize(s,-1); pv.resize(s,-2);} }
  inline void link(u32 id){ int b=(int)((int64_t)(t[id]*iw)&mask); int c=head[b],p=-1; while(c>=0 && (t[c]<t[id]||(t[c]==t[id]&&sq[c]<sq[id]))){p=c;c=nx[c];} nx[id]=c; pv[id]=p; if(c>=0) pv[c]=id; if(p>=0) nx[p]=id; else head[b]=id; }
  void resize(u32 nb){ std::vector<u32> all; all.reserve(n); for(int h0:head) for(int c=h0;c>=0;c=nx[c]) all.push_back(c);
    // width: from the sorted spacing of the soonest items (sample)
    size_t k=std::min<size_t>(all.size(),64); 
    if(k>2){ std::nth_element(all.begin(),all.begin()+(k-1),all.end(),[&](u32 a,u32 b){return t[a]<t[b];}); double lo=1e300,hi=-1e300; for(size_t i=0;i<k;i++){ lo=std::min(lo,t[all[i]]); hi=std::max(hi,t[all[i]]);} double s=(hi-lo)/(k-1); if(s>0) w=2*s; }
    double tc=cur*(1/iw); iw=1/w; head.assign(nb,-1); mask=nb-1; double mn=1e300; for(u32 a:all) mn=std::min(mn,t[a]); (void)tc; cur=all.empty()?0:(int64_t)(mn*iw); 
    std::sort(all.begin(),all.end(),[&](u32 a,u32 b){return t[a]>t[b]||(t[a]==t[b]&&sq[a]>sq[b]);}); for(u32 a:all) link(a); }
  inline void push(double tt,u32 id){ t[id]=tt; sq[id]=seq++; link(id); n++; int64_t v=(int64_t)(tt*iw); if(v<cur) cur=v; if(n>2*(mask+1)) resize((mask+1)*2); }
  inline void unlink(u32 id){ int b=(int)((int64_t)(t[id]*iw)&mask); if(pv[id]>=0) nx[pv[id]]=nx[id]; else head[b]=nx[id]; if(nx[id]>=0) pv[nx[id]]=pv[id]; pv[id]=-2; n--; if(mask>1&&n<(mask+1)/2) resize((mask+1)/2); }
  inline Node pop(){ for(u32 k=0;k<=mask;k++,cur++){ int c=head[cur&mask]; if(c>=0 && (int64_t)(t[c]*iw)<=cur){ Node r{t[c],sq[c],(u32)c}; unlink(c); return r; } }
    int best=-1; for(u32 b=0;b<=mask;b++){ int c=head[b]; if(c>=0&&(best<0||t[c]<t[best]||(t[c]==t[best]&&sq[c]<sq[best]))) best=c; } cur=(int64_t)(t[best]*iw); Node r{t[best],sq[best],(u32)best}; unlink(best); return r; }
  inline void cancel(u32 id){ if(pv[id]!=-2) unlink(id); }
  inline bool empty()const{return n==0;} };

template<class Q> void m1(u64 N,u64 seed,const char*name){
  double c0=cpuNow(),w0=wallNow(); const int C=10; Rng ra(seed*2+1),rs(seed*2+2); Q q; q.reserve(64,16);
  size_t cap=1<<12; std::vector<double> ring(cap); size_t hd=0,tl=0; int freeN=C; int fr[C]; for(int i=0;i<C;i++) fr[i]=i+1;
  u64 arr=0,dep=0; double sum=0; q.push(rexp(ra)/9.0,0);
  while(!q.empty()){ Node e=q.pop(); double t=e.t;
    if(e.id==0){ arr++; if(arr<N) q.push(t+rexp(ra)*(1/9.0),0);
      if(freeN) q.push(t+rexp(rs),fr[--freeN]);
      else { if(tl-hd==cap){ std::vector<double> r2(cap*2); for(size_t i=hd;i<tl;i++) r2[i&(cap*2-1)]=ring[i&(cap-1)]; ring.swap(r2); cap*=2; } ring[tl++&(cap-1)]=t; } }
    else { dep++; if(hd<tl){ sum+=t-ring[hd++&(cap-1)]; q.push(t+rexp(rs),e.id);} else fr[freeN++]=e.id; } }
  double c1=cpuNow(),w1=wallNow();
  printf("{\"tool\":\"%s\",\"model\":\"m1\",\"n\":%llu,\"events\":%llu,\"cpu\":%.6f,\"wall\":%.6f,\"rssMB\":%.1f,\"meanWait\":%.6f}\n",name,(unsigned long long)N,(unsigned long long)(arr+dep),c1-c0,w1-w0,rssMB(),sum/N); }

template<class Q> void m2(double H,u64 seed,const char*name){
  double c0=cpuNow(),w0=wallNow(); const int G=1000,K=100,S=10,NS=G+K+S; const int cw[3]={2,5,10}; const double mean[3]={1.0,1.25,2.5}; double mu[3]; for(int i=0;i<3;i++) mu[i]=std::log(mean[i])-0.32;
  Rng ra(seed*3+1),rs(seed*3+2),rr(seed*3+3);
  struct Case{ double t0; int st; int prev,next; uint8_t lev,over,inq; }; // inq: 0 no, 1 waiting
  std::vector<Case> cs; std::vector<int> freeS; struct Stn{ int freeW; int h[2],t[2]; }; std::vector<Stn> st(NS);
  for(int i=0;i<NS;i++){ st[i]={cw[i<G?0:i<G+K?1:2],{-1,-1},{-1,-1}}; }
  Q q; q.reserve(1<<14,G+(1<<15)); double busy[3]={0,0,0}; u64 cases=0,comp=0,fired=0,intime=0; double sumClose=0; double nowT=0; const double ia=1/1.6;
  auto start=[&](int c){ Case&k=cs[c]; double d=std::exp(mu[k.lev]+0.8*rnorm(rs)); if(nowT<H) busy[k.lev]+=std::min(d,H-nowT); q.push(nowT+d,G+2*c); };
  auto enq=[&](int c,int cl){ Case&k=cs[c]; Stn&s=st[k.st]; k.inq=1; k.prev=s.t[cl]; k.next=-1; if(s.t[cl]>=0) cs[s.t[cl]].next=c; else s.h[cl]=c; s.t[cl]=c; };
  auto deq=[&](int c,int cl){ Case&k=cs[c]; Stn&s=st[k.st]; k.inq=0; if(k.prev>=0) cs[k.prev].next=k.next; else s.h[cl]=k.next; if(k.next>=0) cs[k.next].prev=k.prev; else s.t[cl]=k.prev; };
  auto join=[&](int c,int sid){ Case&k=cs[c]; k.st=sid; Stn&s=st[sid]; if(s.freeW){ s.freeW--; start(c);} else enq(c,k.over); };
  for(int g=0;g<G;g++){ double t=rexp(ra)*ia; if(t<=H) q.push(t,g); }
  while(!q.empty()){ Node e=q.pop(); nowT=e.t;
    if(e.id<(u32)G){ int g=e.id; double t=nowT+rexp(ra)*ia; if(t<=H) q.push(t,g); cases++;
      int c; if(!freeS.empty()){ c=freeS.back(); freeS.pop_back(); } else { c=cs.size(); cs.emplace_back(); q.ensure(G+2*c+1); }
      Case&k=cs[c]; k.t0=nowT; k.lev=0; k.over=0; k.inq=0; q.push(nowT+8.0,G+2*c+1); join(c,g);
    } else { u32 x=e.id-G; int c=x>>1; Case&k=cs[c];
      if(x&1){ fired++; k.over=1; if(k.inq){ deq(c,0); enq(c,1);} }
      else { comp++; int sid=k.st; Stn&s=st[sid]; 
        if(s.h[1]>=0){ int d=s.h[1]; deq(d,1); start(d);} else if(s.h[0]>=0){ int d=s.h[0]; deq(d,0); start(d);} else s.freeW++;
        int lev=k.lev; if(lev==0&&rr.u01()<0.2){ k.lev=1; join(c,G+sid/10);} else if(lev==1&&rr.u01()<0.1){ k.lev=2; join(c,G+K+(sid-G)/10);} 
        else { sumClose+=nowT-k.t0; if(!k.over){ intime++; q.cancel(G+2*c+1);} freeS.push_back(c);} } } }
  double c1=cpuNow(),w1=wallNow();
  printf("{\"tool\":\"%s\",\"model\":\"m2\",\"n\":%llu,\"events\":%llu,\"cpu\":%.6f,\"wall\":%.6f,\"rssMB\":%.1f,\"fired\":%llu,\"inTime\":%.6f,\"meanClose\":%.6f,\"util\":[%.5f,%.5f,%.5f]}\n",name,(unsigned long long)cases,(unsigned long long)(cases+comp+fired),c1-c0,w1-w0,rssMB(),(unsigned long long)fired,(double)intime/cases,sumClose/cases,busy[0]/(2*G*H),busy[1]/(5*K*H),busy[2]/(10*S*H)); }

template<class Q> void m2f(double H,u64 seed,const char*name){
  double c0=cpuNow(),w0=wallNow(); const int G=1000,K=100,S=10,NS=G+K+S; const int cw[3]={2,5,10}; const double mean[3]={1.0,1.25,2.5}; double mu[3]; for(int i=0;i<3;i++) mu[i]=std::log(mean[i])-0.32;
  Rng ra(seed*3+1),rs(seed*3+2),rr(seed*3+3);
  struct Case{ double t0; int st; int prev,next; uint8_t lev,over,inq; }; // inq: 0 no, 1 waiting
  std::vector<Case> cs; std::vector<int> freeS; struct Stn{ int freeW; int h[2],t[2]; }; std::vector<Stn> st(NS);
  for(int i=0;i<NS;i++){ st[i]={cw[i<G?0:i<G+K?1:2],{-1,-1},{-1,-1}}; }
  Q q; q.reserve(1<<14,G+(1<<15)); size_t rc=1<<15,rh=0,rt=0; std::vector<double> RT(rc); std::vector<int> RC(rc); std::vector<size_t> RI; /* monotone FIFO ring for the constant-length deadlines; 32768 > cases alive plus dead heads */ double busy[3]={0,0,0}; u64 cases=0,comp=0,fired=0,intime=0; double sumClose=0; double nowT=0; const double ia=1/1.6;
  auto start=[&](int c){ Case&k=cs[c]; double d=std::exp(mu[k.lev]+0.8*rnorm(rs)); if(nowT<H) busy[k.lev]+=std::min(d,H-nowT); q.push(nowT+d,G+c); };
  auto enq=[&](int c,int cl){ Case&k=cs[c]; Stn&s=st[k.st]; k.inq=1; k.prev=s.t[cl]; k.next=-1; if(s.t[cl]>=0) cs[s.t[cl]].next=c; else s.h[cl]=c; s.t[cl]=c; };
  auto deq=[&](int c,int cl){ Case&k=cs[c]; Stn&s=st[k.st]; k.inq=0; if(k.prev>=0) cs[k.prev].next=k.next; else s.h[cl]=k.next; if(k.next>=0) cs[k.next].prev=k.prev; else s.t[cl]=k.prev; };
  auto join=[&](int c,int sid){ Case&k=cs[c]; k.st=sid; Stn&s=st[sid]; if(s.freeW){ s.freeW--; start(c);} else enq(c,k.over); };
  for(int g=0;g<G;g++){ double t=rexp(ra)*ia; if(t<=H) q.push(t,g); }
  for(;;){ while(rh<rt&&RC[rh&(rc-1)]<0) rh++; bool em=q.empty(); if(em&&rh==rt) break;
    if(rh<rt&&(em||RT[rh&(rc-1)]<q.peek())){ nowT=RT[rh&(rc-1)]; int c=RC[rh&(rc-1)]; rh++; fired++; Case&k=cs[c]; k.over=1; if(k.inq){ deq(c,0); enq(c,1);} continue; }
    Node e=q.pop(); nowT=e.t;
    if(e.id<(u32)G){ int g=e.id; double t=nowT+rexp(ra)*ia; if(t<=H) q.push(t,g); cases++;
      int c; if(!freeS.empty()){ c=freeS.back(); freeS.pop_back(); } else { c=cs.size(); cs.emplace_back(); q.ensure(G+c); RI.resize(c+1); }
      Case&k=cs[c]; k.t0=nowT; k.lev=0; k.over=0; k.inq=0; if(rt-rh==rc){ fprintf(stderr,"ring full\n"); exit(1);} RT[rt&(rc-1)]=nowT+8.0; RC[rt&(rc-1)]=c; RI[c]=rt++; join(c,g);
    } else { int c=e.id-G; Case&k=cs[c];
      { comp++; int sid=k.st; Stn&s=st[sid]; 
        if(s.h[1]>=0){ int d=s.h[1]; deq(d,1); start(d);} else if(s.h[0]>=0){ int d=s.h[0]; deq(d,0); start(d);} else s.freeW++;
        int lev=k.lev; if(lev==0&&rr.u01()<0.2){ k.lev=1; join(c,G+sid/10);} else if(lev==1&&rr.u01()<0.1){ k.lev=2; join(c,G+K+(sid-G)/10);} 
        else { sumClose+=nowT-k.t0; if(!k.over){ intime++; RC[RI[c]&(rc-1)]=-1;} freeS.push_back(c);} } } }
  double c1=cpuNow(),w1=wallNow();
  printf("{\"tool\":\"%s\",\"model\":\"m2\",\"n\":%llu,\"events\":%llu,\"cpu\":%.6f,\"wall\":%.6f,\"rssMB\":%.1f,\"fired\":%llu,\"inTime\":%.6f,\"meanClose\":%.6f,\"util\":[%.5f,%.5f,%.5f]}\n",name,(unsigned long long)cases,(unsigned long long)(cases+comp+fired),c1-c0,w1-w0,rssMB(),(unsigned long long)fired,(double)intime/cases,sumClose/cases,busy[0]/(2*G*H),busy[1]/(5*K*H),busy[2]/(10*S*H)); }

// hold model: P pending, pop min and push at now + Exp(1); ns per hold
template<class Q> void hold(u64 P,u64 ops,const char*name){ Rng r(7); Q q; q.reserve(P+1,P+1); for(u64 i=0;i<P;i++) q.push(rexp(r),i); for(u64 i=0;i<P/2+1000;i++){ Node e=q.pop(); q.push(e.t+rexp(r),e.id);} 
  double c0=cpuNow(); double t=0; for(u64 i=0;i<ops;i++){ Node e=q.pop(); t=e.t; q.push(t+rexp(r),e.id);} double c1=cpuNow(); printf("{\"tool\":\"%s\",\"model\":\"hold\",\"pending\":%llu,\"nsPerHold\":%.2f,\"t\":%.3f}\n",name,(unsigned long long)P,(c1-c0)/ops*1e9,t); }

int main(int ac,char**av){ zig(); std::string cmd=ac>1?av[1]:"m1", qn=ac>2?av[2]:"h4"; 
  if(cmd=="m1"){ u64 N=ac>3?atoll(av[3]):1000000, s=ac>4?atoll(av[4]):1; if(qn=="h2") m1<Heap<2,false>>(N,s,"cpp-h2"); else if(qn=="h4") m1<Heap<4,false>>(N,s,"cpp-h4"); else m1<Calendar>(N,s,"cpp-cal"); }
  else if(cmd=="m2"){ double H=ac>3?atof(av[3]):625; u64 s=ac>4?atoll(av[4]):1; if(qn=="h2") m2<Heap<2>>(H,s,"cpp-h2"); else if(qn=="h4") m2<Heap<4>>(H,s,"cpp-h4"); else if(qn=="h8") m2<Heap<8>>(H,s,"cpp-h8"); else m2<Calendar>(H,s,"cpp-cal"); }
  else if(cmd=="m2f"){ double H=ac>3?atof(av[3]):625; u64 s=ac>4?atoll(av[4]):1; m2f<Heap<4>>(H,s,"cpp-h4-fifo"); }
  else if(cmd=="hold"){ u64 P=atoll(av[3]),o=ac>4?atoll(av[4]):2000000; if(qn=="h2") hold<Heap<2,false>>(P,o,"cpp-h2"); else if(qn=="h4") hold<Heap<4,false>>(P,o,"cpp-h4"); else if(qn=="h8") hold<Heap<8,false>>(P,o,"cpp-h8"); else hold<Calendar>(P,o,"cpp-cal"); }
  else if(cmd=="rng"){ Rng r(3); const u64 n=50000000; double s=0,c0=cpuNow(); for(u64 i=0;i<n;i++) s+=r.u01(); double c1=cpuNow(); for(u64 i=0;i<n;i++) s+=rexp(r); double c2=cpuNow(); for(u64 i=0;i<n;i++) s+=rnorm(r); double c3=cpuNow(); for(u64 i=0;i<n;i++) s+=-std::log(r.u01()); double c4=cpuNow(); for(u64 i=0;i<n;i++) s+=std::exp(0.8*rnorm(r)); double c5=cpuNow();
    printf("{\"tool\":\"cpp\",\"model\":\"rng\",\"ns\":{\"u01\":%.2f,\"zigexp\":%.2f,\"zignorm\":%.2f,\"logexp\":%.2f,\"lognormal\":%.2f},\"s\":%g}\n",(c1-c0)/n*1e9,(c2-c1)/n*1e9,(c3-c2)/n*1e9,(c4-c3)/n*1e9,(c5-c4)/n*1e9,s);
    double m=0,v=0,me=0,ve=0; for(u64 i=0;i<n;i++){ double z=rnorm(r); m+=z; v+=z*z; double x=rexp(r); me+=x; ve+=x*x; } fprintf(stderr,"norm mean %.5f var %.5f  exp mean %.5f m2 %.5f\n",m/n,v/n,me/n,ve/n); }
}
